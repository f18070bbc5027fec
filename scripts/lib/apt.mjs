import { existsSync } from "node:fs";
import { run } from "./processes.mjs";

/** Whether packages can be installed without asking the user. */
export const canInstall = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/**
 * Updates the package lists and installs packages.
 *
 * @param {string} what the packages provide, for example `a database server`.
 * @param {() => Promise<readonly string[]>} choose returns the names of the packages; called after the update.
 * @param {(doing: string) => void} say
 * @throws {Failure} if apt-get fails.
 */
export async function install(what, choose, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const explain = `apt-get could not be used to install ${what}.`;
  say(`no ${what.replace(/^an? /, "")} found, apt-get update`);
  await run("apt-get", ["update"], { env, explain });
  const packages = await choose();
  say(`apt-get install ${packages.join(" ")}`);
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env, explain });
}
