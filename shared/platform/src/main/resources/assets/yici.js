/* What makes a page handier where scripts run. Every page works without it. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

  /* Work lists: j and k go down and up, Enter opens (it is a link), / goes to the search. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      const search = document.querySelector("input[type=search]");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === "j" || event.key === "k") {
      const links = all(".worklist tbody tr").map((row) => row.querySelector("a")).filter(Boolean);
      const here = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
      const next = links[event.key === "j" ? here + 1 : Math.max(here - 1, 0)];
      if (next) next.focus();
    }
  });

  /* Copy or share an address: <button data-copy="…" data-done="已复制">, <button data-share="…" data-title="…"> */
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-share]");
    if (!button) return;
    const url = new URL(button.dataset.share ?? button.dataset.copy, location.href).href;
    try {
      if ("share" in button.dataset && navigator.share) {
        await navigator.share({ title: button.dataset.title ?? document.title, url });
      } else {
        await navigator.clipboard.writeText(url);
        if (button.dataset.done) button.textContent = button.dataset.done;
      }
    } catch {
      /* The reader closed the share sheet, or the browser keeps the clipboard: the address is on the page anyway. */
    }
  });

  /* On to the provider: by a script, since not every browser tells a page that it is refreshed to where it comes from. */
  const onward = document.querySelector("a[data-onward]");
  if (onward) location.replace(onward.href);

  /* WeChat's own window, inside WeChat. What it says at its end is a hint: the receipt asks the server. */
  all("[data-wechat-pay]").forEach((box) => {
    const { appId, timeStamp, nonceStr, package: prepay, signType, paySign, then } = box.dataset;
    const pay = () =>
      window.WeixinJSBridge.invoke(
        "getBrandWCPayRequest",
        { appId, timeStamp, nonceStr, package: prepay, signType, paySign },
        (result) => {
          if (result.err_msg === "get_brand_wcpay_request:ok") location.assign(then);
        },
      );
    box.querySelector("button")?.addEventListener("click", () => window.WeixinJSBridge && pay());
    if (window.WeixinJSBridge) pay();
    else document.addEventListener("WeixinJSBridgeReady", pay, { once: true });
  });

  /* A form that is on its way says so and takes no second click. That nothing happens twice is the server's care. */
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.getAttribute("method")?.toLowerCase() !== "post") return;
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => {
    all("form[data-sent]").forEach((form) => delete form.dataset.sent);
    all("[aria-busy]").forEach((element) => element.removeAttribute("aria-busy"));
  });

  /* What was typed, as the button may say it: nothing while it is no amount, or when it has just been refused. */
  const typedAmount = (other) => {
    const refused = other.getAttribute("aria-invalid") === "true" && other.value === other.defaultValue;
    const amount = /^[¥￥]?\s*(\d+(?:\.\d{1,2})?)\s*元?$/.exec(other.value.trim())?.[1];
    return !refused && amount && /[1-9]/.test(amount) ? ` ¥${amount}` : "";
  };
  /* Chips: the amount chosen stands on the main button, <span data-chosen-amount></span>; typing an amount chooses "other". */
  const showAmount = () => {
    const place = document.querySelector("[data-chosen-amount]");
    const chosen = document.querySelector(".chips input[type=radio]:checked");
    if (!place || !chosen) return;
    const other = chosen.closest(".chip-other")?.querySelector("input[type=text]");
    const label = chosen.closest(".chip").querySelector(".chip-amount");
    place.textContent = other ? typedAmount(other) : ` ${label.textContent.trim()}`;
  };
  document.addEventListener("input", (event) => {
    const other = event.target.closest(".chip-other");
    if (other && event.target.type === "text") other.querySelector("input[type=radio]").checked = true;
    if (event.target.closest(".chips")) showAmount();
  });
  document.addEventListener("change", (event) => {
    const other = event.target.closest(".chip-other");
    if (other && event.target.type === "radio") other.querySelector("input[type=text]")?.focus();
    const typed = other ? null : event.target.closest(".chips")?.querySelector(".chip-other input[type=text]");
    if (typed && event.target.type === "radio") typed.value = "";
  });
  window.addEventListener("pageshow", showAmount);

  /* A line that has just arrived is marked for six seconds. */
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType !== 1 || !node.closest(".book, .worklist") || !node.matches("li, tr")) continue;
        node.classList.add("fresh");
        setTimeout(() => node.classList.remove("fresh"), 6000);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
