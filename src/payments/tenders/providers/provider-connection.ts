/** A provider that is ready to be called, or the reason why its tender is unavailable. */
export type Connection<T> =
  | { readonly isAvailable: true; readonly provider: T }
  /** `missing` names settings; the shop stays open without this tender. */
  | { readonly isAvailable: false; readonly missing: readonly string[] };

/** Those of the named settings that have no value. */
export function missingSettings<T extends object>(
  settings: T,
  names: readonly (keyof T & string)[],
): string[] {
  return names.filter((name) => settings[name] === undefined);
}
