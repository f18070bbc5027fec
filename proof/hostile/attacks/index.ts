import type { Attack } from "../attack.js";
import { documents, largeDocuments } from "./documents.js";
import { emails, inputs, searches } from "./inputs.js";
import { abandoned, crowd, explained, pipelined } from "./capacity.js";
import { aliases, counts, syntax, tooLarge } from "./queries.js";
import { slowAttacks } from "./slow.js";
import { heads, lists } from "./streams.js";
import { writes } from "./writes.js";

/** All attacks, in the order in which they are tried. */
export const ATTACKS: readonly Attack[] = [
  searches,
  emails,
  inputs,
  aliases,
  tooLarge,
  counts,
  syntax,
  largeDocuments,
  writes,
  heads,
  lists,
  pipelined,
  crowd,
  explained,
  abandoned,
  ...slowAttacks,
  documents,
];
