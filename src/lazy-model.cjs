'use strict';
// The context model, some 4 MB of text, read when the first text needs it. Apart from lazy.cjs, so that bundles of the lite entry leave it out.
exports.model = () => require('../dictionaries/model/model.json');
