import type { Environment } from "../env.js";
import { addresses } from "./addresses.js";
import { STREAM_LIMITS } from "./streams.js";
import type { LoadLimits } from "./load-limit.js";

/** The load limits that the environment sets. */
export function limitsOf(environment: Environment): Partial<LoadLimits> {
  return {
    requests: environment.MAX_CONCURRENT_REQUESTS,
    connections: environment.MAX_CONNECTIONS,
    share: environment.CLIENT_SHARE,
    isTrustedProxy: addresses(environment.TRUST_PROXY),
    streams: { ...STREAM_LIMITS, most: environment.MAX_STREAMS },
  };
}
