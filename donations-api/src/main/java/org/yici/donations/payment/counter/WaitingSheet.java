package org.yici.donations.payment.counter;

import org.yici.platform.staff.StaffMember;

/** A sheet that is to be read into its batch. */
record WaitingSheet(CounterBatchId batch, StaffMember actor, CheckSheet.Upload upload) {}
