/** Polish: a cluster in an input-output table. */
import type { industryContextEn } from './industry-context-en.ts'
import type { Text } from './text.ts'

export const industryContextPl: Record<keyof typeof industryContextEn, Text> = {
  'industryContext.title': 'W łańcuchach wartości', 'industryContext.lead': 'Jakie miejsce w łańcuchach wartości mają branże jego członków i czy jego połączenia biegną tam, gdzie płynie wartość dodana. Tablica zna branże krajów, nigdy pojedyncze firmy.',
  'industryContext.placed': { one: '{placed} z {n} członka ma sektor i kraj obecne w tablicy; jakikolwiek sektor ma {withSectors}.', other: '{placed} z {n} członków ma sektor i kraj obecne w tablicy; jakikolwiek sektor ma {withSectors}.' },
  'industryContext.placedWhole': { one: 'Sektor ma {withSectors} z {n} członka, a sektor obecny w tablicy {placed}, więc reprezentuje on całą gospodarkę swojego kraju.', other: 'Sektor ma {withSectors} z {n} członków, a sektor obecny w tablicy {placed}, więc wszyscy reprezentują całe gospodarki swoich krajów.' },
  'industryContext.noSectors': { one: 'Jego {n} członek nie ma sektora, więc reprezentuje całą gospodarkę swojego kraju.', other: 'Żaden z jego {n} członków nie ma sektora, więc wszyscy reprezentują całe gospodarki swoich krajów.' },
  'industryContext.nowhere': { one: 'Kraju jego {n} członka nie ma w tablicy.', other: 'Żaden z jego {n} członków nie jest w kraju obecnym w tablicy.' },
  'industryContext.cautions': 'Zanim wyciągniesz wnioski',
  'industryContext.caution.noIndustryRead': 'Nazw sektorów tej tablicy nie da się powiązać z kodami NACE, więc nic tu nie mówi o pojedynczych branżach.',
  'industryContext.caution.approximateIndustries': 'Sektory tej tablicy są według NACE Rev. 1, sektory organizacji według NACE Rev. 2: powiązano je w przybliżeniu, dział po dziale.',
  'industryContext.caution.codesMissing': 'Tych kodów NACE nie obejmuje żaden sektor tablicy (w nawiasie członkowie): {list}.',
  'industryContext.caution.codesMoved': 'Te kody NACE były w starszej klasyfikacji gdzie indziej i tam się liczą: {list}.',
  'industryContext.caution.fewSectors': { one: '{n} członek nie ma sektora lub kraju obecnego w tablicy; średnie go pomijają.', few: '{n} członkowie nie mają sektora lub kraju obecnego w tablicy; średnie ich pomijają.', many: '{n} członków nie ma sektora lub kraju obecnego w tablicy; średnie ich pomijają.', other: '{n} członka nie ma sektora lub kraju obecnego w tablicy; średnie ich pomijają.' },
  'industryContext.caution.countriesInGroups': 'Te kraje są w tablicy tylko częścią grupy i pokazano dla nich dane grupy (w nawiasie członkowie): {list}.',
  'industryContext.caution.countriesMissing': 'Tych krajów w ogóle nie ma w tablicy (w nawiasie członkowie): {list}.',
  'industryContext.caution.wholeEconomies': 'Liczby dotyczą całych gospodarek: mówią o miejscu tych krajów, a nie o tym, co robią ci członkowie.',
  'industryContext.caution.consortia': 'Wiele połączeń powstaje naraz z jednego projektu, a liczone są pojedynczo, więc różnice wyglądają na pewniejsze, niż są.',
  'industryContext.caution.oldTable': 'Tablica jest z roku {year}; od tego czasu łańcuchy wartości się zmieniły.',
  'industryContext.position': 'Miejsce w łańcuchach wartości', 'industryContext.figure': 'Wskaźnik', 'industryContext.here': 'Branże tutaj', 'industryContext.hereWhole': 'Kraje tutaj', 'industryContext.world': 'Te same branże na świecie',
  'industryContext.partners': 'Partnerzy według wartości dodanej', 'industryContext.partnersHint': 'Z tego, co wytwarzają te branże, {supplied} dodano za granicą; z wartości, którą dodają same, {absorbed} zużywa się ostatecznie za granicą. Według krajów:',
  'industryContext.country': 'Kraj', 'industryContext.supplied': 'Dodaje wartość do ich wyrobów', 'industryContext.absorbed': 'Zużywa ostatecznie ich wartość dodaną',
  'industryContext.links': 'Połączenia przez granice a przepływy',
  'industryContext.linksAmong': { one: '{n} połączenie między członkami przekracza granicę.', few: '{n} połączenia między członkami przekraczają granicę.', many: '{n} połączeń między członkami przekracza granicę.', other: '{n} połączenia między członkami przekracza granicę.' }, 'industryContext.linksAbroad': { one: '{n} połączenie członków prowadzi do innego kraju.', few: '{n} połączenia członków prowadzą do innych krajów.', many: '{n} połączeń członków prowadzi do innych krajów.', other: '{n} połączenia członków prowadzi do innych krajów.' },
  'industryContext.untold': { one: 'Jednego więcej nie da się umieścić w tablicy.', other: 'Dalszych {n} nie da się umieścić w tablicy.' },
  'industryContext.noPairs': 'Nie ma czego porównać: potrzeba połączeń w co najmniej dwóch parach krajów z tablicy.', 'industryContext.coverageCounts': 'Par krajów nie jest tu więcej niż krajów, więc skłonności do partnera nie da się odróżnić od tego, jak dobrze zapisano każdy kraj: ilorazy trzeba czytać ostrożnie.', 'industryContext.nothingSure': 'Żadna para krajów nie odbiega na pewno od tego, co dałyby przepływy.',
  'industryContext.overSentence': 'Więcej połączeń, niż oczekiwano: {list}.', 'industryContext.underSentence': 'Mniej, niż oczekiwano: {list}.', 'industryContext.pair': '{a} – {b}', 'industryContext.plot': 'Połączenia dwóch krajów podzielone przez liczbę wynikającą z przepływów wartości dodanej, z przedziałami 95 %',
  'industryContext.linksHintGiven': 'Oczekiwane: proporcjonalnie do wartości dodanej, którą jeden z dwóch krajów dodaje, a drugi ostatecznie zużywa, w obie strony, i tak, by każdy kraj zachował swoją liczbę połączeń, bo niektóre kraje są zapisane lepiej niż inne.',
  'industryContext.linksHint': 'Oczekiwane: proporcjonalnie do wartości dodanej, którą jeden z dwóch krajów dodaje, a drugi ostatecznie zużywa, w obie strony. Liczy się tu też to, jak dobrze zapisano każdy kraj.',
  'industryContext.linksHintTest': 'Pełne: na pewno odbiega (odsetek fałszywych odkryć poniżej 5 %). Handel nie jest normą: mało połączeń może oznaczać mało zapisów albo szansę.', 'industryContext.drawn': 'Narysowano {n} par o największej liczbie połączeń z {total}; tabela ma wszystkie.',
  'industryContext.countries': 'Kraje', 'industryContext.observed': 'Połączenia', 'industryContext.expectedGiven': 'Oczekiwane przy zachowanej liczbie każdego kraju', 'industryContext.expectedFlows': 'Oczekiwane z samych przepływów', 'industryContext.ratio': 'Połączenia / oczekiwane',
  'industryContext.over': 'więcej', 'industryContext.under': 'mniej', 'industryContext.asExpected': 'może być przypadkiem', 'industryContext.tooFew': 'za mało', 'industryContext.fewLinks': { one: '{n} połączenie: za mało', few: '{n} połączenia: za mało', many: '{n} połączeń: za mało', other: '{n} połączenia: za mało' },
  'industryContext.industries': { one: '{n} branża', few: '{n} branże, jedna po drugiej', many: '{n} branż, jedna po drugiej', other: '{n} branży, jedna po drugiej' }, 'industryContext.industriesHint': 'Członek z kilkoma sektorami jest dzielony między nie, a sektor w kilku branżach według tego, ile jego kraj wytwarza w każdej.', 'industryContext.industry': 'Branża tablicy', 'industryContext.members': 'Członkowie'
}
