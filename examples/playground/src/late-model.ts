type Model = { readonly format: number; readonly bytes: string };

let loaded: Model | undefined;

/** Thrown where the context model is needed and not there yet. */
export class ModelMissing extends Error {}

/** Stands in for `#lazy-model` of the package. */
export function model(): Model {
  if (!loaded) throw new ModelMissing('the context model is not loaded yet; await loadModel and try again');
  return loaded;
}

/** Fetches and unpacks the model, once. Rejects where it cannot be had. */
export async function loadModel(base: string): Promise<void> {
  if (loaded) return;
  const response = await fetch(new URL('model.bin', base));
  if (!response.ok || !response.body) throw new Error(`got ${response.status} for model.bin, expected the context model; build the playground again`);
  loaded = (await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).json()) as Model;
}
