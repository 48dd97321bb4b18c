/**
 * The commonest verbs of news prose and their forms. *Plain* verbs are hardly ever nouns or adjectives: the form in which one stands
 * can be judged by the words around it. "Support" or "plan" tell nothing.
 */

/** A verb by its forms. */
export interface Verb {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly gerund: string;
  readonly plain: boolean;
}

const REGULAR_PLAIN = (
  'accelerate accept accompany accomplish accuse achieve acknowledge acquire adapt add adjust admit adopt advise affect ' +
  'afford aggravate agree allege allocate allow amend analyze announce anticipate apologize appear applaud apply appoint ' +
  'appreciate approve argue arrange arrive ascertain ask assemble assert assess assign assist assume assure attain attend ' +
  'attract authorize await belong bolster broaden bury calculate cancel carry cease celebrate circumvent cite clarify ' +
  'classify coerce coincide collaborate collect combine commemorate communicate compel compensate compete compile complain ' +
  'comply compose comprise conceal concede conclude condemn confess confirm confront connect consider consist consolidate ' +
  'constitute construct consult consume contain contaminate contemplate continue contribute convene convert convey convince ' +
  'cooperate coordinate cope counteract create criticize cultivate dare decide declare dedicate deduct deem defend define ' +
  'delegate deliver demolish demonstrate denounce deny depart depend depict deploy deport deprive derive describe deserve ' +
  'designate destroy detain deter deteriorate determine develop devise devote diagnose differ diminish disagree disappear ' +
  'discover discuss dismantle disrupt dissolve distinguish distribute diversify donate earn educate eliminate embark emerge ' +
  'emphasize employ enable enact encourage endanger endorse endure enforce engage enhance enjoy enlarge enlist ensure enter ' +
  'entertain entitle entrust envisage equip eradicate erase erode escalate establish evacuate evaluate evolve exacerbate ' +
  'exaggerate examine exceed exclude execute exert exist expand expect expel explain explore expose extend facilitate fail ' +
  'fasten finalize flourish follow foster fulfill gather generate happen hasten hesitate identify ignore illustrate imagine ' +
  'implement imply impose improve include incorporate indicate induce infect inflict inform inhabit inherit initiate injure ' +
  'insist inspect inspire install instruct integrate intend intensify intercept interfere interpret intervene introduce ' +
  'invade invent invest investigate involve isolate jeopardize join justify kill learn listen locate maintain manage marry ' +
  'merge minimize mobilize modernize modify motivate multiply neglect negotiate nominate normalize notify obey oblige ' +
  'observe obtain occupy occur offend operate oppose oppress organize originate oust outweigh overlook overturn participate ' +
  'perceive perform perish persecute persist persuade possess postpone predict prepare prescribe preserve preside presume ' +
  'pretend prevail prevent proceed proclaim prohibit prolong promote propose prosecute protect prove provide provoke publish ' +
  'pursue raise react realize reassure receive recognize recommend reconcile reconsider reconstitute recover rectify reduce ' +
  'refer reflect refrain refuse regain regulate reinforce reiterate reject rejoin relax relocate rely remain remember remind ' +
  'remove renounce repatriate repel replace represent reproduce require resemble reside resist resolve respond restore ' +
  'restrain restrict resume retain retaliate retrieve reunite reveal revive revoke safeguard satisfy scrutinize seem seize ' +
  'select signify solve specify speculate stabilize stimulate stipulate strengthen submit succeed suffer suggest summon ' +
  'supervise suppress surpass survive suspend sustain sympathize terminate threaten tolerate transform translate transmit ' +
  'undermine unify unite unleash unveil utilize validate verify violate warn weaken widen worsen'
).split(' ');

const REGULAR = (
  'address guarantee encounter mention aim amount announce answer attack attempt back ban benefit block boost call cause ' +
  'challenge change charge claim close collapse comment commit compromise correspond cost cover cross damage debate defeat ' +
  'delay demand dismiss dispatch display document doubt drop elaborate elect embrace end escape estimate exempt experience ' +
  'exploit express extract face fear finance focus force form function gain grant guide halt handle help hope impact ' +
  'increase insult interest invite issue judge lack launch limit link list look love mark matter measure monitor move name ' +
  'need note object offer open order outline pass permit place plan plant play pledge plunge point praise prefer pressure ' +
  'process profit promise protest push question rally ramp rank rate reach recall record recruit regard release report ' +
  'request research respect rest result return reward risk rule sanction schedule separate share shift sign signal smear ' +
  'sound stage start state stay step stop stress struggle study supply support surprise surrender suspect tackle target tax ' +
  'test thank time touch trade train transfer travel treat trust try turn update urge use value view visit voice vote vow ' +
  'wait walk want watch welcome wish wonder work worry'
).split(' ');

/** Base, past and participle. */
const IRREGULAR_PLAIN = (
  'become became become|begin began begun|bring brought brought|build built built|catch caught caught|choose chose chosen|' +
  'come came come|do did done|eat ate eaten|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|' +
  'give gave given|go went gone|grow grew grown|have had had|hear heard heard|hide hid hidden|keep kept kept|know knew known|' +
  'leave left left|lend lent lent|let let let|lose lost lost|make made made|mean meant meant|meet met met|quit quit quit|' +
  'say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|sit sat sat|speak spoke spoken|' +
  'take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|' +
  'understand understood understood|undergo underwent undergone|undertake undertook undertaken|withdraw withdrew withdrawn|' +
  'withstand withstood withstood|write wrote written|overcome overcame overcome|overthrow overthrew overthrown|' +
  'oversee oversaw overseen|rebuild rebuilt rebuilt|forbid forbade forbidden|flee fled fled|strive strove striven|' +
  'sow sowed sown'
).split('|');

const IRREGULAR = (
  'buy bought bought|feed fed fed|pay paid paid|lead led led|deal dealt dealt|ride rode ridden|broadcast broadcast broadcast|' +
  'steal stole stolen|cut cut cut|draw drew drawn|drink drank drunk|drive drove driven|fall fell fallen|feel felt felt|' +
  'fight fought fought|find found found|fly flew flown|hit hit hit|hold held held|hurt hurt hurt|put put put|read read read|' +
  'ring rang rung|rise rose risen|run ran run|set set set|shake shook shaken|shoot shot shot|show showed shown|' +
  'shut shut shut|sing sang sung|sink sank sunk|sleep slept slept|spend spent spent|stand stood stood|strike struck struck|' +
  'swear swore sworn|sweep swept swept|swim swam swum|wake woke woken|wear wore worn|win won won'
).split('|');

/** Verbs that double their last letter though the stress cannot be read off the spelling. */
const DOUBLING = new Set(
  ('admit begin commit compel deter emit expel forget occur permit prefer propel refer regret submit transfer transmit upset').split(' '),
);

let forms: Map<string, Verb> | undefined;

/** The verb whose form `word` (folded) is, or undefined for no known verb; of two verbs, the one whose base it is. */
export function verbOf(word: string): Verb | undefined {
  return (forms ??= allForms()).get(word);
}

function allForms(): Map<string, Verb> {
  const verbs = [
    ...REGULAR_PLAIN.map((base) => regular(base, true)),
    ...IRREGULAR_PLAIN.map((row) => irregular(row, true)),
    ...REGULAR.map((base) => regular(base, false)),
    ...IRREGULAR.map((row) => irregular(row, false)),
  ];
  const known = new Map(verbs.map((verb) => [verb.base, verb]));
  for (const verb of verbs) {
    for (const form of [verb.third, verb.past, verb.participle, verb.gerund]) if (!known.has(form)) known.set(form, verb);
  }
  return known;
}

function regular(base: string, plain: boolean): Verb {
  const past = /e$/.test(base) ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;
  return { base, third: thirdOf(base), past, participle: past, gerund: gerundOf(base), plain };
}

function irregular(row: string, plain: boolean): Verb {
  const [base, past, participle] = row.split(' ') as [string, string, string];
  return { base, third: base === 'have' ? 'has' : thirdOf(base), past, participle, gerund: gerundOf(base), plain };
}

function thirdOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function gerundOf(base: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`;
  return /[^eo]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;
}

/** The base as it stands before a vowel: "stop" doubles its last letter, "visit" does not. */
function doubled(base: string): string {
  const doubles = DOUBLING.has(base) || /^[^aeiou]*(?:u(?=[aeiou]))?[aeiou][^aeiouwxy]$/.test(base);
  return doubles && !/y$/.test(base) ? base + base.at(-1) : base;
}
