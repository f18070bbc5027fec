/** An error whose message is for the user at the terminal; it is printed without a stack. */
export class Failure extends Error {}
