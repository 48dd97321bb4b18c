import { describe, expect, it } from 'vitest';
import { findDamage, roundTripProbability } from '../../src/damage/damage.js';
import { makeDamageJudge } from '../../src/damage/judge.js';
import { judgeDamage } from '../../src/damage/verdict.js';
import { lexiconOf, loadDictionary } from '../../src/dictionary/dictionary.js';
import { tokenize } from '../../src/text/tokenize.js';

const LEXICON = lexiconOf([
  loadDictionary({
    file: 'test.yaml',
    text:
      'family: round-trip\ntopic: translation\ntype: term\nentries:\n  Oval Office: [Oval Cabinet]\n  supply chain: [delivery chain]\n' +
      '  turning point: [point of turn]\n  snap election: [anticipated election]\n  fire department: [body of firefighters]\n',
  }),
]);
const FILLER = 'The ferry crossed the bay in calm weather and the passengers slept below deck for most of the way. '.repeat(9);
const PHRASES =
  'It was a point of turn for the delivery chain. The body of firefighters waited in the Oval Cabinet. An anticipated election followed. ';

describe('the judge', () => {
  const judge = makeDamageJudge(LEXICON, {});
  const text = FILLER + PHRASES;

  it('hears the phrases of the dictionary in a text that was cut into tokens', () => {
    expect(judge(text, tokenize(text))?.verdict).toMatchObject({ family: 'round-trip' });
  });

  it('does not cut a text into tokens that looks sound', () => expect(judge(text)).toBeUndefined());
  it('finds nothing in a sound text', () => expect(judge(FILLER, tokenize(FILLER))).toBeUndefined());
  it('does not judge a short text', () => expect(judge(PHRASES, tokenize(PHRASES))).toBeUndefined());

  it('finds every text damaged where that is assumed', () => {
    const judgement = makeDamageJudge(LEXICON, { assume: true })(PHRASES);
    expect(judgement?.verdict).toMatchObject({ probability: 1, family: 'round-trip' });
    expect(judgement?.findings.map(({ observed }) => observed)).toEqual([
      'point of turn', 'delivery chain', 'body of firefighters', 'Oval Cabinet', 'An anticipated election',
    ]);
  });
});

describe('the strong kinds of damage, asked first, change no verdict', () => {
  const slips = 'He go since two years to the the school in the China, and one of the reason is that the police is late. ';
  const strong = 'It rained , . The crew slept. .\n\nWe are tired, the captain said. ships and nets were lost. . ';

  it.each([
    ['nothing', FILLER],
    ['slips alone', FILLER + slips.repeat(4)],
    ['one strong kind', FILLER + strong],
    ['strong kinds and slips', FILLER + strong.repeat(2) + slips.repeat(2)],
    ['a short text', strong + slips],
  ])('%s', (_, text) => {
    const tokens = tokenize(text);
    const whole = roundTripProbability(findDamage(tokens), tokens.count) >= 0.5;
    expect(judgeDamage(tokens) !== undefined).toBe(whole);
  });
});
