/** @typedef {import("./database.mjs").KeptDatabase} KeptDatabase */

/**
 * Waits for the database and for concurrent work. If the work fails, the database is released.
 *
 * @template Other
 * @param {Promise<KeptDatabase>} database
 * @param {Promise<Other>} other
 * @returns {Promise<[KeptDatabase, Other]>}
 */
export async function together(database, other) {
  const [provided, done] = await Promise.allSettled([database, other]);
  if (provided.status === "rejected") throw provided.reason;
  if (done.status === "rejected") {
    await provided.value.release();
    throw done.reason;
  }
  return [provided.value, done.value];
}
