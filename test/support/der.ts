/** The few pieces of DER (X.690) that a certificate is made of; each returns tag, length, content. */
function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}

export const der = {
  sequence: (...parts: Buffer[]) => element(0x30, Buffer.concat(parts)),
  set: (...parts: Buffer[]) => element(0x31, Buffer.concat(parts)),
  /** Content octets of a number above zero, most significant first. */
  integer: (bytes: Buffer) =>
    element(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes),
  boolean: (value: boolean) => element(0x01, Buffer.from([value ? 0xff : 0])),
  bits: (content: Buffer) => element(0x03, Buffer.concat([Buffer.from([0]), content])),
  octets: (content: Buffer) => element(0x04, content),
  text: (content: string) => element(0x0c, Buffer.from(content, 'utf8')),
  null: () => element(0x05, Buffer.alloc(0)),
  /** A constructed or primitive context-specific element. */
  tagged: (number: number, content: Buffer, isConstructed = true) =>
    element((isConstructed ? 0xa0 : 0x80) | number, content),
  /** UTCTime, good for the years 1950 to 2049. */
  time: (atMs: number) =>
    element(
      0x17,
      Buffer.from(
        `${new Date(atMs)
          .toISOString()
          .replace(/[-:T]|\.\d+/g, '')
          .slice(2)}`,
      ),
    ),
  objectId: (dotted: string) => {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    const bytes = [40 * first + second];
    for (const arc of rest) {
      const groups = [arc & 0x7f];
      for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
      bytes.push(...groups);
    }
    return element(0x06, Buffer.from(bytes));
  },
};
