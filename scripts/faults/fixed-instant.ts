/** When every run of the trials takes place. */
export const FIXED_INSTANT = "2024-06-07T08:09:10Z";

/** What the runs before it were of. */
export const EARLIER_INSTANT = "2024-05-06T07:08:09Z";
