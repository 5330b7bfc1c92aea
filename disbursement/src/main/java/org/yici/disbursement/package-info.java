/**
 * Grants: from a household's registration to the money in its hands. A package is a step of the way; each step is a use
 * case that a page, a program and the demo's player call alike, with the person who acts and an idempotency key:
 *
 * <ul>
 *   <li>{@link org.yici.disbursement.household.RegisterHousehold} (intake), or many at once by a clerk's list:
 *       {@link org.yici.disbursement.household.sheet.CheckList} and {@link org.yici.disbursement.household.sheet.EnterList}
 *   <li>{@link org.yici.disbursement.household.question.DecideQuestion} (intake): what may be on the register twice
 *   <li>{@link org.yici.disbursement.application.Apply} (intake), {@link org.yici.disbursement.application.Handle}
 *   <li>{@link org.yici.disbursement.review.Review} (reviewer)
 *   <li>{@link org.yici.disbursement.notice.PostNotice} (reviewer); {@link org.yici.disbursement.notice.EndNotices} is the
 *       clock's, {@link org.yici.disbursement.notice.FileObjection} anybody's,
 *       {@link org.yici.disbursement.notice.ReadAnswer} is for whoever objected,
 *       {@link org.yici.disbursement.notice.ResolveObjection} somebody's who had no part
 *   <li>{@link org.yici.disbursement.award.Approve} (approver), {@link org.yici.disbursement.award.Release}
 *   <li>{@link org.yici.disbursement.payout.MakePayout} and {@link org.yici.disbursement.payout.ImportResults} (cashier; a
 *       result file needs no key, it may come twice)
 *   <li>{@link org.yici.disbursement.followup.ConfirmReceipt} and {@link org.yici.disbursement.followup.NoteVisit} (intake)
 *   <li>{@link org.yici.disbursement.letter.DeliverLetter} (whoever brings the letter) and
 *       {@link org.yici.disbursement.letter.FileAppeal} (intake)
 * </ul>
 *
 * <p>Which step may follow which stands in {@link org.yici.disbursement.application.Transitions}, who may take it in
 * {@link org.yici.disbursement.application.Policy}.
 */
@NullMarked
@CheckReturnValue
package org.yici.disbursement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
