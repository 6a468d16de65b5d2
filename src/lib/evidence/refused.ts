/** Why something is no evidence that may be printed, and what to do, in words for whoever asked. */
export class Refused extends Error {}
