import type { OpenAPIObject } from '@nestjs/swagger';

/** nestjs-zod's note on a property whose JSON schema has no single type. */
const NO_SINGLE_TYPE = 'x-nestjs_zod-empty-type';

interface Property {
  type?: unknown;
  items?: { type?: string };
  anyOf?: unknown[];
  [NO_SINGLE_TYPE]?: boolean;
}

/**
 * Zod writes "a string or null" as `type: ['string', 'null']`, which Nest takes for a list of
 * strings. Says it in the other way that JSON Schema has, before the clean-up removes the trace.
 */
export function mendNullableTypes(document: OpenAPIObject): void {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if (!('properties' in schema)) continue;
    for (const property of Object.values(schema.properties ?? {}) as Property[]) {
      const isMistaken = property[NO_SINGLE_TYPE] === true && property.type === 'array';
      if (!isMistaken) continue;
      property.anyOf = [{ type: property.items?.type }, { type: 'null' }];
      property.type = '';
      delete property.items;
    }
  }
}
