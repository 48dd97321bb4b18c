'use strict';
// The compiled dictionary, and packages that few texts need, loaded when the first one does. This is CommonJS because only `require` loads a module
// synchronously and on demand in both of our builds; bundlers for the browser follow it as well.
exports.dictionary = () => require('../dictionaries/compiled/dictionary.json');
exports.yaml = () => require('yaml');
exports.compromise = () => require('compromise/two');
exports.levenshtein = () => require('fast-levenshtein');
