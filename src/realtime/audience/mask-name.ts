const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** People type phone numbers and addresses into the field for the name, too. */
const NOT_A_NAME = /[\d@/\\:]/;

/**
 * A name as strangers in the lobby may read it: "Dan Kowalski" becomes "Dan K.". Anything that
 * looks like more than a name keeps its first character only.
 */
export function maskName(name: string | null): string | null {
  const words = (name ?? '').split(/\s+/u).filter((word) => word !== '');
  const [first, ...others] = words;
  if (first === undefined) return null;
  const shown = NOT_A_NAME.test(first) ? initial(first) : first;
  const last = others.at(-1);
  return last === undefined ? shown : `${shown} ${initial(last)}`;
}

function initial(word: string): string {
  const [first] = graphemes.segment(word);
  return `${(first?.segment ?? '').toLocaleUpperCase('und')}.`;
}
