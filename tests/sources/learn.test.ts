import { describe, expect, it, test } from 'vitest';
import { learnPairs } from '../../src/sources/learn.js';

/** Pairs as `intended: observed count`, in order. */
function learned(texts: readonly (readonly [spun: string, original: string])[], known: readonly string[] = []): string[] {
  const { pairs } = learnPairs(texts.map(([spun, original]) => ({ spun, original })), (observed, intended) => known.includes(`${intended}: ${observed}`));
  return pairs.map(({ observed, intended, count }) => `${intended}: ${observed} ${count}`);
}

describe('one pair of texts', () => {
  test.each<[title: string, spun: string, original: string, pairs: string[]]>([
    ['a word for a word', 'The firm closed its gates.', 'The company closed its gates.', ['company: firm 1']],
    ['a phrase for a word', 'They voted in opposition to it.', 'They voted against it.', ['against: in opposition to 1']],
    ['a word for a phrase', 'He rang as rain fell.', 'He rang at the time that rain fell.', ['at the time that: as 1']],
    ['commonest first', 'An extra bus, an extra tram, a chilly day.', 'An added bus, an added tram, a cold day.', ['added: extra 2', 'cold: chilly 1']],
    ['no difference', 'The gates closed.', 'The gates closed.', []],
    ['a difference of case or apostrophe only', "The Firm's gates closed.", 'The firm’s gates closed.', []],
    ['a capital at the head of a sentence goes', 'It rained. Nonetheless they played.', 'It rained. Still they played.', ['still: nonetheless 1']],
    ['a capital within a sentence stays', 'We met Mr. Inexperienced in Leeds.', 'We met Mr. Green in Leeds.', ['Green: Inexperienced 1']],
    ['a title stays whole', 'So Legal professional Common Ann Roe quit.', 'So Attorney General Ann Roe quit.', ['Attorney General: Legal professional Common 1']],
    ['swaps across the end of a sentence are no phrase', 'He ran. Firms grew fast.', 'He fell. Companies grew fast.', []],
    ['a rewritten passage is no phrase', 'It was a b c d e f g h, they say of all that.', 'It was one two three four five six seven eight, they say of all that.', []],
  ])('%s', (_, spun, original, pairs) => {
    expect(learned([[spun, original]])).toEqual(pairs);
  });
});

describe('swaps side by side', () => {
  const cold = ['They spoke of the chilly warfare at dinner.', 'They spoke of the cold war at dinner.'] as const;

  it('stay together where nothing is known of them', () => {
    expect(learned([cold])).toEqual(['cold war: chilly warfare 1']);
  });

  it('come apart where one of them is known', () => {
    expect(learned([cold], ['war: warfare'])).toEqual(['cold: chilly 1', 'war: warfare 1']);
  });

  it('come apart where one of them stands alone elsewhere', () => {
    expect(learned([cold, ['A long warfare followed.', 'A long war followed.']])).toEqual(['war: warfare 2', 'cold: chilly 1']);
  });
});

describe('added words', () => {
  it('go with the neighbour that is met most often', () => {
    const texts = [
      ['He sold the Chinese language port.', 'He sold the Chinese port.'],
      ['A Chinese language ship left.', 'A Chinese ship left.'],
      ['They saw gross sales rise.', 'They saw sales rise.'],
      ['Its gross sales fell.', 'Its sales fell.'],
    ] as const;
    expect(learned(texts)).toEqual(['Chinese: Chinese language 2', 'sales: gross sales 2']);
  });

  it('are left out where nothing stands beside them', () => {
    expect(learned([['He left, indeed, early in the morning rain.', 'He left, early in the morning rain.']])).toEqual([]);
  });
});

it('counts the texts in which a pair was seen', () => {
  const text = { spun: 'A firm is a firm, the law says so.', original: 'A company is a company, the law says so.' };
  expect(learnPairs([text, text]).pairs).toEqual([{ observed: 'firm', intended: 'company', count: 4, texts: 2 }]);
});

it('names the pairs that are no copy and original', () => {
  const related = { spun: 'The firm closed its gates on Monday.', original: 'The company closed its gates on Monday.' };
  const unrelated = { spun: 'Rain fell over the hills all night.', original: 'A council voted to cut taxes by half.' };
  expect(learnPairs([related, unrelated])).toMatchObject({ pairs: [{ observed: 'firm' }], unrelated: [1] });
});

test.each(['', '   ', '\ud800', '__proto__ constructor'])('takes any text: %j', (text) => {
  expect(learnPairs([{ spun: text, original: text }, { spun: text, original: 'war' }]).pairs).toEqual([]);
});
