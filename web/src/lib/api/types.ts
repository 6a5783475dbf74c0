import type { components } from '../../../../docs/api/api-types';

type Schemas = components['schemas'];

export type Board = Schemas['BoardResponse_Output'];
export type Barber = Board['barbers'][number];
export type Ticket = Schemas['TicketResponse_Output'];
export type TicketState = Ticket['state'];
export type MyTicket = Schemas['MyTicketResponse_Output'];
export type PublicShop = Schemas['PublicShopResponse_Output'];
export type Shop = Schemas['ShopResponse_Output'];
export type PublicService = Schemas['PublicServicePageResponse_Output']['items'][number];
export type PublicBarber = Schemas['PublicBarberPageResponse_Output']['items'][number];
export type Service = Schemas['ServiceResponse_Output'];
export type Product = Schemas['ProductResponse_Output'];
export type StaffBarber = Schemas['BarberResponse_Output'];
export type Me = Schemas['MeResponse_Output'];
export type Order = Schemas['OrderResponse_Output'];
export type Earnings = Schemas['EarningsResponse_Output'];
export type DayReport = Schemas['DayReportResponse_Output'];
export type Weekday = keyof Shop['openingHours'];
export type DayClose = Schemas['DayCloseResponse_Output'];
export type Readiness = Schemas['DayReadinessResponse_Output'];
export type DrawerSession = Schemas['DrawerSessionResponse_Output'];
export type Payment = Order['payments'][number];
export type RangeReport = Schemas['RangeReportResponse_Output'];
export type WhatIf = Schemas['WhatIfResponse_Output'];
export type WhatIfChange = Schemas['WhatIfDto']['changes'][number];
