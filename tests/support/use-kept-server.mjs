// node use-kept-server.mjs NAME   uses the kept server of that name until SIGTERM, and says its URL; a line on
//                                 standard input has it lend the server to a process that sleeps, and say its number
import { spawn } from "node:child_process";
import { keptServer } from "../../scripts/lib/private-server.mjs";

const server = await keptServer(() => {}, process.argv[2]);
process.on("SIGTERM", () => {
  void server.release().then(() => {
    process.exit(0);
  });
});
process.stdin.on("data", () => {
  const args = ["-e", "setInterval(() => {}, 1_000)"];
  const child = spawn(process.execPath, args, { detached: true, stdio: "ignore" });
  void server.lend(child.pid ?? 0).then(() => {
    console.log(`lent ${child.pid}`);
  });
});
console.log(server.url);
