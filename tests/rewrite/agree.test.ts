import { describe, expect, test } from 'vitest';
import { agreeArticle, articleFor } from '../../src/rewrite/agree.js';

const A = `
bill cabinet yacht war word year house hospital historic hotel human Honduran
university unit uniform unique union united unilateral unanimous usual useful user utility utensil utopia Utah
European Europe euro Eurasian eulogy eucalyptus euphoric ewe one one-off one-time once ouija
Ukrainian Ugandan Uruguayan Uyghur UK US U.S. UN UFO U-turn USB uranium urologist usable
BBC CIA GOP D.C. T-shirt TV Wi-Fi PhD NATO NASA FIFA FEMA SWAT SEAL
1 7 10 100 110 1,800 9-year-old 181
xenophobe
`;
const AN = `
apple invoice old urgent umbrella usher utter ugly Uber Uzbek Ulster
hour hourly honest honor honour honorary heir heiress herb
uninvited uninjured unimportant unidentified unintended onerous onion only increasing éclair
FBI MP NFL HIV IRS LGBT MRI NHS R&D SUV X-ray F-16 H-1B M1 S-class L.A. EU AI IMF OPEC
8 80 800 8th 8-year-old 11 11th 18 18-year-old 11,000 18,000 8,000 8.5
`;

describe('articleFor', () => {
  test.each(wordsOf(A))('a %s', (word) => {
    expect(articleFor(word)).toBe('a');
  });

  test.each(wordsOf(AN))('an %s', (word) => {
    expect(articleFor(word)).toBe('an');
  });

  test.each([
    ['FBI agent', 'an'],
    ['EU-wide ban', 'an'],
    ['US official', 'a'],
    ['NATO exercise', 'a'],
    ['“old” rule', 'an'],
    ['$8 billion deal', 'an'],
    ['£1.8 billion deal', 'a'],
    ['Unanimous vote', 'a'],
    ['', 'a'],
    ['—', 'a'],
  ])('of a phrase, %j: %s', (phrase, article) => {
    expect(articleFor(phrase)).toBe(article);
  });
});

describe('agreeArticle', () => {
  test.each([
    ['a', 'invoice', 'an'],
    ['an', 'bill', 'a'],
    ['A', 'invoice', 'An'],
    ['An', 'bill', 'A'],
    ['an', 'increasingly', 'an'],
  ])('%s before %s is %s', (article, word, agreed) => {
    expect(agreeArticle(article, word)).toBe(agreed);
  });
});

function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/);
}
