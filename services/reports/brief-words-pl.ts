/** What the introduction brief says, in Polish. Names stand where they need no inflection. */
import type { briefWordsEn } from './brief-words-en.ts'
import type { Text } from './say.ts'

export const briefWordsPl: Record<keyof typeof briefWordsEn, Text> = {
  'brief.title': 'Karta kontaktu', 'brief.pair': '{from} i {to}',
  'brief.run': 'Analiza', 'brief.revision': 'Wersja danych', 'brief.computed': 'Obliczono',
  'brief.fit': 'Kim są i dlaczego mogą do siebie pasować', 'brief.who': 'Obie strony', 'brief.through': 'Kto może je sobie przedstawić',
  'brief.kind': 'Rodzaj', 'brief.place': 'Miejsce', 'brief.cluster': 'Klaster', 'brief.fields': 'Dziedziny', 'brief.partners': 'Zapisani partnerzy',
  'brief.noCluster': 'żaden', 'brief.notStated': 'nie podano', 'brief.partnersNone': 'brak',
  'brief.partnersIn': { one: '{n}; kraje: {list}', few: '{n}; kraje: {list}', many: '{n}; kraje: {list}', other: '{n}; kraje: {list}' },
  'brief.andMore': { one: '{list} i jeszcze {n}', few: '{list} i jeszcze {n}', many: '{list} i jeszcze {n}', other: '{list} i jeszcze {n}' },
  'brief.rank': 'Miejsce {rank} wśród {total} kandydatów, ocena partnera {score} (od 0 do 100).',
  'brief.rankPartly': 'Miejsce {rank} wśród {total} kandydatów, ocena partnera {score} (od 0 do 100). Znane są składowe, na które przypada {known} oceny.',
  'brief.asked': 'Pytano o: {list}.', 'brief.askedNothing': 'Nie wybrano ani potrzeby, ani filtru.', 'brief.answers': '„{title}” odpowiada na „{own}”.', 'brief.targeted': 'Jej kraj jest wśród krajów docelowych.', 'brief.targetedNot': 'Jej kraju nie ma wśród krajów docelowych.',
  'brief.ask.need': 'potrzebę „{title}”', 'brief.ask.wanted': 'poszukiwane dziedziny: {list}', 'brief.ask.abroad': 'tylko inne kraje', 'brief.ask.targeted': 'tylko kraje docelowe', 'brief.ask.otherClusters': 'tylko inne klastry', 'brief.ask.answering': 'tylko z odpowiadającą potrzebą lub ofertą',
  'brief.ask.steps': { one: 'odległość najwyżej {n} połączenia', few: 'odległość najwyżej {n} połączeń', many: 'odległość najwyżej {n} połączeń', other: 'odległość najwyżej {n} połączenia' }, 'brief.ask.partners': { one: 'najwyżej {n} zapisany partner', few: 'najwyżej {n} zapisanych partnerów', many: 'najwyżej {n} zapisanych partnerów', other: 'najwyżej {n} zapisanego partnera' }, 'brief.ask.trl': 'poziom gotowości od {from} do {to}',
  'brief.ask.countries': 'kraj: {list}', 'brief.ask.places': 'region: {list}', 'brief.ask.bsr': 'obszar programu Region Morza Bałtyckiego', 'brief.ask.kinds': 'rodzaj: {list}', 'brief.ask.sizes': 'wielkość: {list}', 'brief.ask.fields': 'dziedzina lub sektor: {list}', 'brief.ask.networks': 'sieć: {list}',
  'brief.size.micro': 'mikro', 'brief.size.small': 'małe', 'brief.size.medium': 'średnie', 'brief.size.sme': 'małe lub średnie', 'brief.size.large': 'duże',
  'brief.related': 'Działają w tych samych lub pokrewnych dziedzinach: {list}.', 'brief.relatedNone': 'Żadna dziedzina jednej strony nie jest taka sama jak dziedzina drugiej ani z nią pokrewna.',
  'brief.same': '{term} (ta sama)', 'brief.near': '{own} i {theirs} (bliskość {proximity})',
  'brief.adds': '{to} – wniesione dziedziny: {list}.', 'brief.capability': 'Z tego, co poszukiwane, ma: {list}.',
  'brief.reach': { one: 'Dzieli je {n} połączenie.', few: 'Najkrótsza droga między nimi prowadzi przez {n} połączenia.', many: 'Najkrótsza droga między nimi prowadzi przez {n} połączeń.', other: 'Najkrótsza droga między nimi prowadzi przez {n} połączenia.' }, 'brief.reachNone': 'Żadna zapisana droga nie prowadzi od jednej strony do drugiej.',
  'brief.shared': { one: 'Obie należą do {n} zapisanej sieci: {list}.', few: 'Obie należą do {n} zapisanych sieci: {list}.', many: 'Obie należą do {n} zapisanych sieci: {list}.', other: 'Obie należą do {n} zapisanych sieci: {list}.' }, 'brief.sharedNone': 'Nie mają wspólnej zapisanej sieci.',
  'brief.linked': 'W tej analizie obie strony są już połączone.', 'brief.notListed': 'Kandydata nie ma na liście partnerów: nie spełnia tego, o co zapytano.',
  'brief.way': { one: '{n} połączenie: {chain}.', few: '{n} połączenia, w nawiasie to, co łączy z poprzednią: {chain}.', many: '{n} połączeń, w nawiasie to, co łączy z poprzednią: {chain}.', other: '{n} połączenia, w nawiasie to, co łączy z poprzednią: {chain}.' }, 'brief.step': '{name} ({network})',
  'brief.throughNobody': { one: 'Żadna droga o długości najwyżej {n} połączenia nie łączy obu stron: nikt z zapisanych nie może ich sobie przedstawić.', few: 'Żadna droga o długości najwyżej {n} połączeń nie łączy obu stron: nikt z zapisanych nie może ich sobie przedstawić.', many: 'Żadna droga o długości najwyżej {n} połączeń nie łączy obu stron: nikt z zapisanych nie może ich sobie przedstawić.', other: 'Żadna droga o długości najwyżej {n} połączenia nie łączy obu stron: nikt z zapisanych nie może ich sobie przedstawić.' }, 'brief.throughNobodyNeeded': 'Są już połączone i nikt nie musi ich sobie przedstawiać.',
  'brief.needs': 'Szuka', 'brief.offers': 'Oferuje', 'brief.profile': '{title} ({type})', 'brief.profilesNone': 'nic nie opublikowano',
  'brief.type.technology-offer': 'oferta technologiczna', 'brief.type.technology-request': 'zapytanie technologiczne', 'brief.type.business-offer': 'oferta biznesowa', 'brief.type.business-request': 'zapytanie biznesowe', 'brief.type.rd-request': 'zapytanie badawczo-rozwojowe',
  'brief.caution': 'Obliczono tylko na zapisanych połączeniach; brak połączenia nie dowodzi, że go nie ma. Ocena służy do ułożenia krótkiej listy, a jej wagi są umowne. Pokazano tylko publiczne potrzeby i oferty.'
}
