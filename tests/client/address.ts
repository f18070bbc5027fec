import type { Api } from "../support/api.js";
import { test as base } from "../support/clinic.js";

const listening = new WeakMap<Api, Promise<string>>();

/** The tests' API on a port of its own, as `address`, for clients that want a network. */
export const test = base.extend<{ address: string }>({
  address: async ({ api }, use) => {
    const address = listening.get(api) ?? api.app.listen({ port: 0, host: "127.0.0.1" });
    listening.set(api, address);
    await use(await address);
  },
});
