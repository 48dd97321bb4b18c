/** The context model, written by `npm run build:model`; never edited by hand. See dictionaries/model/README.md. */
declare const model: { readonly format: number; readonly bytes: string };
export = model;
