/** Who calls the domain. There is one caller, as long as nobody signs in. */
export interface Caller {
  kind: "anyone";
}

export const ANYONE: Caller = { kind: "anyone" };
