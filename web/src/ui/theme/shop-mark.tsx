import { Mark } from './mark';

interface ShopMarkProps {
  readonly size?: number;
  /** The shop's own logo; null: the mark of the program. */
  readonly logoUrl: string | null | undefined;
}

/** The shop's own logo where it has one. Its name always stands beside it. */
export function ShopMark({ size = 28, logoUrl }: ShopMarkProps) {
  if (!logoUrl) return <Mark size={size} />;
  const style = { maxInlineSize: size * 3, blockSize: size, objectFit: 'contain' } as const;
  return <img src={logoUrl} alt="" style={style} />;
}
