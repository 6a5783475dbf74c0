import { type DurationModel, medianMinutes } from './duration-model';

/** Where an expected duration comes from, for staff who wonder. */
export interface DurationExplanation {
  code: 'duration.expected';
  parameters: {
    menuMinutes: number;
    expectedMinutes: number;
    /** Eight of ten such services end between these. */
    shortMinutes: number;
    longMinutes: number;
    /** Percent on top of the menu's minutes; they multiply, so they do not quite add up. */
    shopPercent: number;
    servicePercent: number;
    barberPercent: number;
    barberServicePercent: number;
    todayPercent: number;
  };
  text: string;
}

/** Deviations on each side of the median that hold 80 % of a normal distribution. */
const BAND_DEVIATIONS = 1.2816;

/** Takes a prediction apart into its learned effects. */
export function explainDuration(
  model: DurationModel,
  barberId: string,
  service: string,
  menuMinutes: number,
): DurationExplanation {
  const median = medianMinutes(model, barberId, service, menuMinutes);
  const spread = Math.exp(model.residualLogSd * BAND_DEVIATIONS);
  const parameters = {
    menuMinutes,
    expectedMinutes: Math.round(median),
    shortMinutes: Math.round(median / spread),
    longMinutes: Math.round(median * spread),
    shopPercent: percent(model.shop),
    servicePercent: percent(model.services.get(service) ?? 0),
    barberPercent: percent(model.barbers.get(barberId) ?? 0),
    barberServicePercent: percent(model.barberServices.get(service)?.get(barberId) ?? 0),
    todayPercent: percent(model.paces.get(barberId)?.log ?? 0),
  };
  const text =
    `About ${parameters.expectedMinutes} minutes ` +
    `(${parameters.shortMinutes} to ${parameters.longMinutes}); the menu says ${menuMinutes}. ` +
    `This shop ${signed(parameters.shopPercent)}, this service ${signed(parameters.servicePercent)}, ` +
    `this barber ${signed(parameters.barberPercent)} and in this service ` +
    `${signed(parameters.barberServicePercent)}, today ${signed(parameters.todayPercent)}.`;
  return { code: 'duration.expected', parameters, text };
}

function percent(log: number): number {
  return Math.round((Math.exp(log) - 1) * 100);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value)} %`;
}
