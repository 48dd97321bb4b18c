import { describe, expect, it } from 'vitest';
import { indexedDocument, renderIndex, restore, type IndexedDocument } from '../../src/index.js';
import { CLEAN } from '../helpers/articles.js';
import { resultFor } from '../helpers/results.js';

const SPUN = indexedDocument('spun.txt', resultFor('the warfare, she stated, and stated', [
  { observed: 'warfare', replacement: 'war', type: 'term' }, { observed: 'stated', replacement: 'said' }, { observed: 'stated', replacement: 'said', applied: false },
]), 'pages/1-spun.html');
const HTML = renderIndex([SPUN, indexedDocument('clean.txt', restore(CLEAN))], { title: 'Two texts' });

describe('what the index needs of a result', () => {
  it('counts edits, by type, and suggestions', () => {
    expect(SPUN).toEqual({
      name: 'spun.txt', link: 'pages/1-spun.html', family: 'synonym-spin', probability: 0.97, words: 40, edits: 2, suggestions: 1, types: { term: 1, lexical: 1 },
    });
  });
});

describe('the page', () => {
  it('has a row for each document, with numbers to sort by', () => {
    expect(HTML).toContain(
      '<tr><th scope="row"><a href="pages/1-spun.html">spun.txt</a></th><td class="number" data-value="0.97">0.97</td><td>synonym-spin</td><td class="number" data-value="40">40</td>'
      + '<td class="number" data-value="2">2</td><td class="number" data-value="1">1</td><td class="number" data-value="5">5.0</td></tr>',
    );
    expect(HTML).toContain('<tr><th scope="row">clean.txt</th>');
  });

  it('plots how probabilities, densities and types are distributed, in words too', () => {
    expect(HTML).toContain('aria-label="Documents by probability of machine paraphrase. .0: 1 document; .9: 1 document"');
    expect(HTML).toContain('aria-label="Documents by edits in 100 words. &lt;½: 1 document; 5–10: 1 document"');
    expect(HTML).toContain('aria-label="Edits by type. term: 1 edit; lexical: 1 edit"');
  });

  it('sums up, and says how a verdict is meant', () => {
    expect(HTML).toContain('2 documents · ');
    expect(HTML).toContain('1 with signs of machine paraphrase · 2 edits');
    expect(HTML).toContain('a risk marker, never an accusation');
  });

  it('can be empty', () => {
    expect(renderIndex([])).toContain('0 documents · 0 words');
    expect(renderIndex([])).toContain('Edits by type. Nothing to count.');
  });

  it('shows markup in names as text', () => {
    const hostile: IndexedDocument = { ...SPUN, name: '<img src=x>\u202e', link: 'javascript:alert(1)', family: '"><script>', types: { '<b>"': 3 } };
    const html = renderIndex([hostile], { title: '<i>' });
    expect(html).toContain('<a href="#">&lt;img src=x&gt;<span class="sign">U+202E</span></a>');
    expect(html).not.toMatch(/<img|<i>|<b>/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});
