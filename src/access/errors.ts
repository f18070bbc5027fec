/** The credentials prove nothing here: a token or an API key that is unknown, expired, revoked, or not meant for this server. */
export class CredentialsRefused extends Error {
  override readonly name = "CredentialsRefused";

  /** @param reason a stable text for the log, such as `ERR_JWT_EXPIRED exp`; it contains nothing that the caller sent. */
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The credentials were refused: ${reason}`, options);
  }
}

/** The credentials are valid, but their owner does not have the requested role, or none at all in this clinic. */
export class RoleNotHeld extends Error {
  override readonly name = "RoleNotHeld";
}

/** Whether the credentials are valid cannot be known now, because the issuer's keys could not be loaded. */
export class IssuerUnavailable extends Error {
  override readonly name = "IssuerUnavailable";
}
