/** What a new shop may begin with. Prices are whole units of the currency, to be changed at will. */
export interface StarterService {
  readonly word: StarterWord;
  readonly price: number;
  readonly durationMinutes: number;
}

export type StarterWord =
  | 'haircut'
  | 'fade'
  | 'buzz'
  | 'kids'
  | 'beard'
  | 'haircutAndBeard'
  | 'shave'
  | 'wash'
  | 'lineUp';

export const STARTER_SETS = {
  classic: [
    { word: 'haircut', price: 30, durationMinutes: 30 },
    { word: 'buzz', price: 20, durationMinutes: 15 },
    { word: 'kids', price: 22, durationMinutes: 25 },
    { word: 'beard', price: 18, durationMinutes: 15 },
    { word: 'shave', price: 35, durationMinutes: 30 },
  ],
  modern: [
    { word: 'fade', price: 40, durationMinutes: 40 },
    { word: 'haircut', price: 35, durationMinutes: 30 },
    { word: 'haircutAndBeard', price: 50, durationMinutes: 50 },
    { word: 'beard', price: 20, durationMinutes: 20 },
    { word: 'lineUp', price: 15, durationMinutes: 15 },
    { word: 'kids', price: 28, durationMinutes: 30 },
  ],
  quick: [
    { word: 'haircut', price: 20, durationMinutes: 20 },
    { word: 'buzz', price: 14, durationMinutes: 10 },
    { word: 'wash', price: 8, durationMinutes: 10 },
  ],
} as const satisfies Record<string, readonly StarterService[]>;

export type StarterSet = keyof typeof STARTER_SETS;
