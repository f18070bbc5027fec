/** With the last one again and again: a few numbers of them make few statements, which are prepared once. */
export function paddedToPowerOfTwo<Item>(items: Item[]): Item[] {
  const last = items.slice(-1);
  while (items.length & (items.length - 1)) items.push(...last);
  return items;
}
