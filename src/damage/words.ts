/** Closed classes of English words, folded, as the detectors ask for them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const ARTICLES: ReadonlySet<string> = set('a an the');
export const POSSESSIVES: ReadonlySet<string> = set('my your his her its our their');
export const DETERMINERS: ReadonlySet<string> = set(
  'a an the this that these those my your his her its our their some any no each every either neither another both all many ' +
    'several few most much more such',
);
export const SUBJECTS: ReadonlySet<string> = set('i you he she it we they');
export const PRONOUNS: ReadonlySet<string> = set(
  'i you he she it we they me him us them who whom whose myself yourself himself herself itself ourselves themselves someone ' +
    'anyone everyone something nothing',
);
export const PREPOSITIONS: ReadonlySet<string> = set(
  'about above across after against ahead along alongside amid among around as at before behind below beneath beside besides ' +
    'between beyond by despite down during except for from in inside into like near of off on onto out outside over past per ' +
    'since than through throughout to toward towards under until unlike up upon via with within without',
);
export const CONJUNCTIONS: ReadonlySet<string> = set(
  'and or but nor so yet because although though while when where whereas which who whom that if unless whether',
);
export const MODALS: ReadonlySet<string> = set("will would can could may might must shall should cannot 'll");
export const AUXILIARIES: ReadonlySet<string> = set(
  "am is are was were be been being has have had do does did will would can could may might must shall should cannot 'll 're 've 'm 'd 't",
);

/** Whether a word belongs to any closed class: no noun, no adjective, no full verb. */
export function isFunctionWord(word: string): boolean {
  return CLOSED.some((words) => words.has(word));
}

const ADVERBS: ReadonlySet<string> = set(
  'not also already again always almost even ever far here however instead just later never now often once only perhaps ' +
    'quite rather really soon still then there therefore thus today together tomorrow too very well yesterday',
);

const CLOSED = [DETERMINERS, PRONOUNS, PREPOSITIONS, CONJUNCTIONS, AUXILIARIES, ADVERBS];

/** Whether a period behind the word belongs to it: "Inc., and", "vs. the", "mg. daily", a letter, anything without a vowel. */
export function isAbbreviation(word: string): boolean {
  return word.length < 2 || ABBREVIATIONS.has(word) || !/[aeiouy]/.test(word);
}

const ABBREVIATIONS: ReadonlySet<string> = set(
  'mr mrs ms dr prof sen sens rep reps rev hon gov gen lt col sgt capt cmdr maj adm pvt st ste mt ft jr sr esq inc corp co ' +
    'cos ltd llc plc bros assn dept univ dist ave blvd rd vs v no nos vol fig figs al etc ed eds pp ch approx est min max misc ' +
    'tel ext cf viz ie eg am pm sa nv ag jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ' +
    'sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn ' +
    'tenn tex vt va wash wis wyo ont que ph phd messrs intl natl govt jnr snr bn mn tn oz lb lbs kg km cm mm mph sq cu tsp ' +
    'tbsp esp hr hrs sec secs yr yrs wk orgs min',
);

/** Adjectives of origin of the countries and continents the news names most. */
export const ORIGINS: ReadonlySet<string> = set(
  'american chinese russian ukrainian french german british japanese indian iranian iraqi israeli italian spanish ' +
    'turkish syrian egyptian canadian mexican brazilian australian polish greek pakistani afghan palestinian lebanese ' +
    'taiwanese vietnamese korean european swedish norwegian finnish danish irish portuguese hungarian romanian bulgarian ' +
    'serbian cuban venezuelan colombian argentine chilean peruvian nigerian kenyan ethiopian somali sudanese libyan yemeni ' +
    'kuwaiti qatari georgian armenian belarusian austrian belgian philippine indonesian malaysian thai african asian',
);
