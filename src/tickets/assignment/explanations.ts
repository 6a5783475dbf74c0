/** A message that clients translate by its code; `text` is the English rendering. */
export interface Explanation {
  code: ExplanationCode;
  parameters: Readonly<Record<string, string | number>>;
  text: string;
}

/** Every sentence that the dispatcher can say. `{name}` marks a parameter. */
export const SENTENCES = {
  'assignment.next_in_line': '{barber} is free and you are next in line.',
  'assignment.best_choice': '{barber} is free and suits you best of the {free} barbers free now.',
  'assignment.requested': '{barber}, whom you asked for, is free.',
  'assignment.released_request':
    '{barber} can take you now; {requested} would not be free within the {tolerance} minutes that you wanted to wait.',
  'assignment.request_absent':
    '{barber} can take you now; the barber you asked for is not at work.',
  'assignment.booked': 'It is time for your appointment with {barber}.',
  'assignment.booked_any': 'It is time for your appointment; {barber} is free.',
  'assignment.booked_other':
    'It is time for your appointment; {barber} takes you, because {requested} would come too late.',
  'assignment.party_together': '{barber} is free, and there are chairs for all of you.',
  'assignment.party_apart':
    '{barber} is free; the other chairs are not near, so you sit down one after the other.',
  'assignment.skill_first':
    '{barber} is free and can do what you need; those before you need somebody else.',
  'assignment.look_ahead':
    '{barber} takes you now because that shortens the waiting of all together.',
  'assignment.by_hand': '{barber} was chosen by hand.',
  'assignment.by_hand_because': '{barber} was chosen by hand: {reason}',
  'assignment.takes_over': '{barber} takes over.',
  'assignment.takes_over_because': '{barber} takes over: {reason}',
  'hold.no_free_barber': 'All barbers are busy; you will be called in turn.',
  'hold.waits_for_barber': 'You are waiting for {requested}, as you asked.',
  'hold.skill_not_free': 'The barbers who can do this are busy just now.',
  'hold.not_present': 'Your place is kept until you are here.',
  'hold.before_appointment': 'You are called when the time of your appointment comes.',
  'hold.party_chairs': 'We are waiting for another chair, so that you can sit side by side.',
  'hold.would_not_end_in_time':
    'No free barber could finish in time before going home or before a booked client.',
  'hold.look_ahead': 'A better fitting chair is expected in a moment.',
  'rest.quiet': 'Nobody is waiting for {barber}: a good moment for the break.',
  'rest.overdue': 'The time for the break of {barber} has come.',
} as const;

export type ExplanationCode = keyof typeof SENTENCES;

/** Fills a sentence with its parameters. */
export function explain(
  code: ExplanationCode,
  parameters: Explanation['parameters'] = {},
): Explanation {
  const text = SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters[name] ?? ''),
  );
  return { code, parameters, text };
}
