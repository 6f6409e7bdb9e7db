// Words of conflict that several rules go by; each adds those that only it means.

/** Lemmas of nouns for what one side does to the other by force. */
export const ATTACKS: readonly string[] = [
  ...['attack', 'assault', 'raid', 'offensive', 'bombing', 'airstrike', 'strike', 'shelling', 'invasion', 'killing'],
  ...['murder', 'crackdown', 'siege'],
];

/** Lemmas of verbs that call a thing bad. */
export const CONDEMNING: readonly string[] = [
  ...['condemn', 'denounce', 'criticize', 'criticise', 'deplore', 'decry', 'protest', 'slam'],
];

/** What two sides have with each other. */
export const QUARREL =
  /^(?:clash|dispute|feud|rivalry|conflict|war|fighting|battle|hostility|hostilities|confrontation|standoff|row|quarrel|skirmish|gunbattle|firefight|shootout)$/;
