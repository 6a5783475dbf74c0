import { z } from 'zod';

type Pick = (value: unknown) => unknown;

/**
 * Makes a function that copies from an object what a schema names, and nothing else. Unlike
 * parsing it refuses nothing: a wrong type is a bug for a test to find, not a reason to keep a
 * committed event from those who wait for it.
 */
export function whitelist(schema: z.ZodObject): (value: object) => Record<string, unknown> {
  const pick = pickerOf(schema);
  return (value) => (pick(value) ?? {}) as Record<string, unknown>;
}

function pickerOf(schema: unknown): Pick {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return pickerOf(schema.unwrap());
  }
  if (schema instanceof z.ZodArray) {
    const item = pickerOf(schema.element);
    return (value) => (Array.isArray(value) ? value.map(item) : null);
  }
  if (schema instanceof z.ZodObject) return objectPicker(schema);
  // A plain value. An object in its place is not what anybody agreed to show.
  return (value) => (typeof value === 'object' ? null : value);
}

function objectPicker(schema: z.ZodObject): Pick {
  const members = Object.entries(schema.shape).map(([name, member]) => ({
    name,
    pick: pickerOf(member),
  }));
  return (value) => {
    if (typeof value !== 'object' || value === null) return null;
    const source = value as Record<string, unknown>;
    const shown: Record<string, unknown> = {};
    for (const { name, pick } of members) {
      const member = source[name];
      if (member !== undefined) shown[name] = pick(member);
    }
    return shown;
  };
}
