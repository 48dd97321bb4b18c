/** A news report that nobody has paraphrased. */
export const CLEAN = [
  'The finance minister of the island nation resigned on Tuesday after weeks of protests over the price of bread.',
  'Opposition leaders said that the government had failed to keep its promise to cut taxes on food.',
  'Police used tear gas against a crowd of about 2,000 people in front of the parliament building.',
  'At least 12 people were taken to hospital, a spokeswoman for the interior ministry said.',
  'The central bank raised interest rates last month for the third time this year.',
  'The president is expected to name a new cabinet by the end of the week, according to state media.',
].join(' ');

/** The same report after a thesaurus spinner. */
export const SPUN = [
  'The finance minister of the island country resigned on Tuesday after weeks of protests over the value of bread.',
  'Opposition leaders mentioned that the federal government had didn’t preserve its promise to chop taxes on meals.',
  'Police used tear gasoline in opposition to a crowd of about 2,000 folks in entrance of the parliament constructing.',
  'At the very least 12 folks have been taken to hospital, a spokeswoman for the inside ministry mentioned.',
  'The central financial institution raised rates of interest final month for the third time this 12 months.',
  'The president is predicted to call a brand new cupboard by the top of the week, in line with state media.',
].join(' ');

/** Sentences of {@link SPUN} and single spun phrases, to be mixed into other text. */
export const SPUN_PIECES: readonly string[] = [
  ...SPUN.split(/(?<=\.) /),
  'warfare', 'Warfare', 'the Chilly Struggle', 'in accordance with', 'a brand new', 'an invoice', 'folks', 'mentioned', 'final month', '{dollars}', 'nation’s', 'rates of interest',
];
