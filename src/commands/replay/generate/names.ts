/** First and last names for people who never were. */
export const FIRST_NAMES: readonly string[] =
  `Aaron Abdul Adrian Alex Amir Andre Ben Bilal Carlos Chen Damian Dan Darius David Diego Elias Emeka
   Ethan Felix Finn Gabriel George Hassan Hugo Isaac Ivan Jaden James Javier Jonah Jose Kareem Kevin
   Kofi Leo Liam Luca Malik Marco Mateo Max Miguel Milo Nikhil Noah Omari Oscar Owen Pablo Quentin Rafael
   Ravi Ryan Samir Sean Tariq Theo Tom Tyrone Victor Will Xavier Yusuf Zane`.split(/\s+/);

export const LAST_NAMES: readonly string[] =
  `Adams Ahmed Alvarez Baker Banks Bello Brooks Carter Castillo Clarke Cruz Davis Diaz Edwards Flores
   Foster Garcia Grant Green Hall Harris Hughes Ibrahim Jackson Jenkins Johnson Kaminski Khan King Kowalski
   Lee Lewis Lopez Martin Mensah Miller Moore Morales Nguyen Novak Okafor Ortiz Parker Patel Perez Phillips
   Price Ramirez Reed Rivera Rossi Santos Scott Silva Singh Stewart Torres Turner Walker Ward Watson White
   Wright Young`.split(/\s+/);
