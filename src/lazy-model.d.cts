/** The packed context model; read at the first call. */
export function model(): { readonly format: number; readonly bytes: string };
