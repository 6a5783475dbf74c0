import { useEffect } from 'react';
import { accentTokens } from './accent';

const rule = (theme: string, tokens: Readonly<Record<string, string>>) =>
  `[data-theme="${theme}"]{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;

/** Dresses the page in the shop's own colour; null: in the program's. */
export function useShopLook(accentColour: string | null | undefined): void {
  useEffect(() => {
    if (!accentColour) return;
    const { light, dark } = accentTokens(accentColour);
    const style = document.createElement('style');
    style.textContent = rule('light', light) + rule('dark', dark);
    document.head.append(style);
    return () => style.remove();
  }, [accentColour]);
}
