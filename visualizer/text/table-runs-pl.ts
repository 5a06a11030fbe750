/** Analizy sieci tablicy przepływów międzygałęziowych; klucze jak w table-runs-en.ts. */
import type { tableRunsEn } from './table-runs-en.ts'
import type { Text } from './text.ts'

export const tableRunsPl: Record<keyof typeof tableRunsEn, Text> = {
  'tableRun.is': 'To sieć tablicy przepływów ({title}). Węzłami są {nodes}, nie organizacje; połączenie to {links}, w jednostce: {unit}.', 'tableRun.home': 'Liczą się też połączenia wewnątrz kraju.',
  'tableRun.kept': 'Pozostawiono {kept} z {found} połączeń, z {share} ich kwoty.', 'tableRun.back': 'Wróć do organizacji',
  'tableRun.nodes.countrySector': 'branże krajów', 'tableRun.nodes.country': 'kraje', 'tableRun.network': 'sieć tablicy {table}: {nodes}, {links}',
  'tableRun.links.valueAddedInExports': 'wartość dodana jednego w eksporcie drugiego', 'tableRun.links.valueAddedInFinalProducts': 'wartość dodana jednego w produktach końcowych drugiego', 'tableRun.links.intermediateSales': 'to, co jeden sprzedaje drugiemu jako zaopatrzenie',
  'valueChains.part.communities': 'Społeczności', 'tableRun.title': 'Znajdź społeczności łańcuchów wartości',
  'tableRun.lead': 'Które branże których krajów przekazują sobie więcej wartości, niż tłumaczyłby to przypadek, kto jest wśród nich najważniejszy i kto stoi pomiędzy. Powstaje analiza z własnymi obrazami, listami i plikami; obraz organizacji pozostaje bez zmian.',
  'tableRun.level': 'Węzły', 'tableRun.levelHint': 'Każda branża każdego kraju albo kraje jako całość.', 'tableRun.linksLabel': 'Połączenia', 'tableRun.linksHint': 'Co przechodzi od jednego węzła do drugiego.',
  'tableRun.domestic': 'Licz połączenia wewnątrz kraju', 'tableRun.domesticHint': 'Bez nich społeczności są łańcuchami ponad granicami. Z nimi są to głównie kraje.',
  'tableRun.backbone': 'Pozostawione połączenia', 'tableRun.backboneHint': 'Tablica łączy niemal każdą parę, większość z nich prawie niczym.',
  'tableRun.backbone.disparity': 'niezwykle duże dla jednego z dwóch końców', 'tableRun.backbone.share': 'największe, z 80 % kwoty', 'tableRun.backbone.all': 'wszystkie', 'tableRun.start': 'Znajdź społeczności',
  'tableRun.made': 'Z tej tablicy', 'tableRun.none': 'Jeszcze żadnej.'
}
