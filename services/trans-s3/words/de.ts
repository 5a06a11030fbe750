/** German: what exhibits and documents say. */
import type { Text } from './text.ts'

export const de = {
  'cell.undefined': 'nicht definiert', 'cell.withheld': 'nicht ausgewiesen',

  'document.contents': 'Inhalt', 'document.rowsShown': '{shown} von {all} Zeilen; die übrigen stehen in der JSON-Datei dieses Dokuments.', 'document.table': 'Tabelle', 'document.figure': 'Abbildung', 'document.page': 'Seite', 'document.sources': 'Quellen',
  'document.asTable': 'Als Tabelle zeigen', 'document.zoomIn': 'Vergrößern', 'document.zoomOut': 'Verkleinern', 'document.wholePicture': 'Ganzes Bild', 'document.listOfNodes': 'Was das Bild zeigt', 'document.print': 'Drucken',
  'document.skip': 'Zum Text springen', 'document.missingCharacters': 'Ein □ steht für ein Zeichen, das den Schriften dieser Datei fehlt; die HTML-Datei enthält es.',

  'step.general': 'Allgemeiner Teil', 'step.common-sets': 'Suche nach gemeinsamen Mengen', 'step.profiling': 'Analyse und Profile', 'step.trends': 'Markt- und Technologietrends', 'step.consultation': 'Konsultation und unternehmerische Entdeckung', 'step.internationalisation': 'Internationalisierungspotenzial', 'step.strategy': 'Gemeinsame Strategie',
  'step.general.purpose': 'Vereinbaren, wer leitet und wer entscheidet, was die Gruppe werden will, was sie tun wird und wie sie die Ergebnisse verfolgt.',
  'step.common-sets.purpose': 'Herausfinden, welche erklärten Prioritäten der Regionen zusammengehören, und daraus gemeinsame Prioritäten bilden.',
  'step.profiling.purpose': 'Vergleichen, was die Regionen erklären und was ihre Organisationen tun, und sehen, wo eine Region die andere ergänzt.',
  'step.trends.purpose': 'Sehen, welche Felder wachsen, welche neu sind und wo sie in Wertschöpfungsketten stehen, und die Prioritäten genauer fassen.',
  'step.consultation.purpose': 'Wirtschaft, Wissenschaft, Verwaltung und Zivilgesellschaft in jeder Region hören und mit ihnen entscheiden, welche Prioritäten endgültig sind.',
  'step.internationalisation.purpose': 'Einschätzen, wie weit jede endgültige Priorität durch Zusammenarbeit über Grenzen wachsen kann.',
  'step.strategy.purpose': 'Aus endgültigen Prioritäten Ziele, gemeinsame Maßnahmen und Indikatoren machen sowie Strategien kleiner und mittlerer Unternehmen.',

  'state.open': 'offen', 'state.in review': 'in Prüfung', 'state.closed': 'abgeschlossen',
  'state.proposed': 'vorgeschlagen', 'state.initial': 'vorläufig', 'state.verified': 'geprüft', 'state.refined': 'verfeinert', 'state.final': 'endgültig', 'state.assessed': 'bewertet', 'state.dropped': 'verworfen',
  'helix.industry': 'Wirtschaft', 'helix.science': 'Wissenschaft', 'helix.administration': 'Verwaltung', 'helix.society': 'Zivilgesellschaft',
  'role.operator': 'Betreiber des Dienstes', 'role.coordinator': 'Koordination', 'role.authority': 'Regionalbehörde', 'role.stakeholder': 'Akteur', 'role.reader': 'Leser',
  'ladder.learn': 'lernen', 'ladder.connect': 'vernetzen', 'ladder.demonstrate': 'erproben', 'ladder.commercialise': 'vermarkten', 'ladder.scale up': 'ausbauen',

  'paper.subtitle': 'Trans-S3-Strategiepapier. Gruppe: {places}', 'paper.subtitleSummary': 'Kurzfassung des Trans-S3-Strategiepapiers. Gruppe: {places}', 'paper.regions': { one: '{n} Region oder Staat', other: '{n} Regionen und Staaten' },
  'paper.label.period': 'Zeitraum', 'paper.label.workspace': 'Arbeitsbereich', 'paper.label.changed': 'Stand', 'paper.label.run': 'Analyse', 'paper.label.software': 'Software', 'paper.label.language': 'Sprache', 'paper.language': 'Deutsch',
  'paper.period': '{from} bis {to}', 'paper.version': '{id}, Version {version}',
  'paper.demonstration': 'Dieser Arbeitsbereich zeigt die Methode an echten Daten. Niemand hat daran teilgenommen, und nichts darin spricht für die genannten Regionen.',
  'paper.complements': 'Trans-S3 ergänzt die Strategien der Regionen und Staaten für intelligente Spezialisierung. Es ersetzt keine von ihnen.',
  'paper.review': 'Erneut zu prüfen', 'paper.stepState': 'Stand: {state}', 'paper.checks': 'Erledigte Punkte der Prüfliste: {done} von {all}.',
  'paper.reopened': 'Erneut zu prüfen, weil der Schritt „{step}“ wieder geöffnet wurde. Grund: {reason}',
  'paper.decisionReview': 'Erneut zu prüfen: Diese Entscheidung ist älter als die Wiederöffnung eines früheren Schritts.',

  'paper.overview': 'Auf einen Blick',
  'paper.fact.regions': { one: 'Region oder Staat in der Gruppe', other: 'Regionen oder Staaten in der Gruppe' }, 'paper.fact.final': { one: 'endgültige gemeinsame Priorität', other: 'endgültige gemeinsame Prioritäten' }, 'paper.fact.closed': { one: 'abgeschlossener Schritt', other: 'abgeschlossene Schritte' }, 'paper.fact.decisions': { one: 'festgehaltene Entscheidung', other: 'festgehaltene Entscheidungen' }, 'paper.fact.actions': { one: 'gemeinsame Maßnahme', other: 'gemeinsame Maßnahmen' }, 'paper.fact.indicators': { one: 'verfolgter Indikator', other: 'verfolgte Indikatoren' },
  'paper.finalAre': 'Endgültige gemeinsame Prioritäten:', 'paper.further': 'Weitere, im Strategiepapier: {n}.',

  'paper.how': 'Teil eins: wie es gemacht wird', 'paper.what': 'Was Trans-S3 ist',
  'paper.what.group': 'Trans-S3 ist eine Methode, mit der eine Gruppe von Regionen gemeinsame Spezialisierungen findet, vereinbart und verfolgt. Sie blickt über die Stärke einer einzelnen Region hinaus auf die Stärke der Gruppe: was ihre Regionen gemeinsam haben, wo eine die andere ergänzt und welche Verbindungen zwischen ihnen fehlen.',
  'paper.what.priority': 'Eine gemeinsame Priorität verbindet Wirtschaftszweig, Technologie, Thema und Wissen; der Code einer einzelnen Klassifikation genügt nicht. Ihren Stand erhält sie durch Entscheidungen der Gruppe.',
  'paper.what.origin': 'Die Methode stammt aus dem Projekt GoSmart BSR (Interreg Ostseeraum, 2017 bis 2021). Dieses Papier hat zwei Teile wie das Strategiepapier des Projekts: wie es gemacht wird und wie eine Gruppe es gemacht hat.',
  'paper.steps': 'Fünf Schritte mit Rückkopplung', 'paper.gives': 'Stand, den eine Priorität hier erhält: {state}.',
  'paper.steps.general': 'Neben den Schritten steht der allgemeine Teil: Steuerung, gemeinsame Vision, Aktionsplan und Monitoring. Auf die Schritte folgt die gemeinsame Strategie.',
  'paper.steps.feedback': 'Was später gelernt wird, kann einen früheren Schritt wieder öffnen. Die Gruppe nennt dann den Grund, und alles, was auf diesem Schritt aufbaut, wird zur erneuten Prüfung markiert. Nichts wird überschrieben: Jede Fassung lässt sich lesen und vergleichen.',
  'paper.data': 'Arten von Datenquellen',
  'paper.data.declared': 'Erklärte Prioritäten', 'paper.data.declaredIs': 'Strategien für intelligente Spezialisierung und andere Dokumente der Regionen mit den Wirtschaftszweigen, Themen und Wissensfeldern, die sie nennen.',
  'paper.data.organisations': 'Organisationen und Netzwerke', 'paper.data.organisationsIs': 'Organisationen der Regionen mit Art, Ort und Feldern sowie die Projekte und Netzwerke, die sie verbinden.',
  'paper.data.tables': 'Input-Output-Tabellen', 'paper.data.tablesIs': 'Welcher Wirtschaftszweig welchen Landes an welchen liefert: Endnachfrage und Wertschöpfung entlang von Wertschöpfungsketten.',
  'paper.data.trends': 'Trendberichte und Statistik', 'paper.data.trendsIs': 'Berichte zu Märkten und Technologien und regionale Statistik, von den Teilnehmenden mit Quelle notiert.',
  'paper.data.people': 'Teilnehmende', 'paper.data.peopleIs': 'Bewertungen, Anmerkungen und Entscheidungen von Wirtschaft, Wissenschaft, Verwaltung und Zivilgesellschaft in jeder Region.',
  'paper.problems': 'Empfehlungen für typische Schwierigkeiten',
  'paper.problem.words': 'Die Regionen verwenden verschiedene Wörter', 'paper.problem.wordsDo': 'Jede Priorität Codes zuordnen, die alle teilen. Jeden Vorschlag von jemandem aus der Region bestätigen lassen. Was sich nicht zuordnen lässt, bleibt als Text in der Liste.',
  'paper.problem.shared': 'Fast alles ist gemeinsam', 'paper.problem.sharedDo': 'Mehr Regionen für eine gemeinsame Menge verlangen. Wirtschaftszweig, Technologie, Thema und Wissen verbinden, bis eine Priorität auch sagt, was sie nicht umfasst.',
  'paper.problem.revealed': 'Eine erklärte Priorität zeigt sich nicht in den Daten', 'paper.problem.revealedDo': 'Als Frage verstehen, nicht als Fehler: Die Daten zeigen nur, was ihre Quellen verzeichnen. Erst die Region fragen, dann über die Priorität entscheiden.',
  'paper.problem.small': 'Die Zahlen sind klein', 'paper.problem.smallDo': 'Das Intervall lesen, nicht nur den Wert. Nicht in eine Rangfolge bringen, was sich nicht unterscheiden lässt.',
  'paper.problem.missing': 'Eine Gruppe der Vierfach-Helix fehlt', 'paper.problem.missingDo': 'Sie erneut einladen und festhalten, wer nicht gehört wurde. Einigkeit in einer Gruppe ist keine Einigkeit der Region.',
  'paper.problem.disagree': 'Gruppen sind uneins', 'paper.problem.disagreeDo': 'Die Uneinigkeit benennen und sagen, wer welche Ansicht vertritt. Ein Mittelwert verdeckt sie.',
  'paper.problem.weights': 'Die Rangfolge hängt von Gewichten ab', 'paper.problem.weightsDo': 'Zeigen, wie stark sie sich mit den Gewichten ändert. Ändert sie sich stark, anhand der einzelnen Maße entscheiden.',
  'paper.problem.again': 'Ein früherer Schritt muss wieder geöffnet werden', 'paper.problem.againDo': 'Den Grund nennen. Alles, was zur erneuten Prüfung markiert ist, bestätigen oder ändern, bevor der Schritt wieder abgeschlossen wird.',

  'paper.done': 'Teil zwei: wie diese Gruppe es gemacht hat', 'paper.group': 'Die Gruppe und ihr Zeitraum', 'paper.group.period': 'Die Arbeit umfasst den Zeitraum {from} bis {to}.', 'paper.group.caption': 'Regionen und Staaten der Gruppe, Codes nach NUTS {vintage}',
  'paper.participants': 'Teilnehmende mit gültiger Einladung, nach Rolle:', 'paper.participants.none': 'Noch niemand wurde eingeladen.',
  'paper.governance': 'Steuerung', 'paper.vision': 'Gemeinsame Vision', 'paper.actionPlan': 'Aktionsplan', 'paper.monitoring': 'Monitoring',
  'paper.notes': 'Notizen', 'paper.decisions': 'Entscheidungen', 'paper.disagreements': 'Abweichende Ansichten', 'paper.disagreements.lead': 'Womit jemand bei einer Entscheidung nicht einverstanden war. Es wird hier benannt und nicht gemittelt.',
  'paper.source': 'Quelle: {source}', 'paper.why': 'Warum:', 'paper.evidence': 'Belege: {list}.', 'paper.run': 'Analyse: {run}.', 'paper.by': 'Entschieden von: {who}, {date}.', 'paper.kept': 'Beibehalten: {list}.', 'paper.dropped': 'Verworfen: {list}.', 'paper.removedItem': 'eine Priorität, die entfernt wurde', 'paper.dissentSee': 'Jemand war nicht einverstanden: siehe „Abweichende Ansichten“.',
  'paper.none.text': 'Noch nicht geschrieben.', 'paper.none.evidence': 'Für diesen Schritt wurden keine Belege berechnet.', 'paper.none.notes': 'Es wurde keine Notiz geschrieben.', 'paper.none.decisions': 'In diesem Schritt wurde noch nichts entschieden.', 'paper.none.disagreements': 'Zu keiner Entscheidung wurde eine abweichende Ansicht eingetragen.',
  'paper.none.priorities': 'Noch keine gemeinsame Priorität wurde vorgeschlagen.', 'paper.none.final': 'Noch keine gemeinsame Priorität ist endgültig.', 'paper.none.objectives': 'Die gemeinsame Strategie hat noch kein Ziel.', 'paper.none.actions': 'Für dieses Ziel wurde noch keine Maßnahme eingetragen.', 'paper.none.indicators': 'Für dieses Ziel wurde noch kein Indikator eingetragen.', 'paper.none.sme': 'Noch keine gemeinsame Strategie kleiner und mittlerer Unternehmen wurde eingetragen.', 'paper.none.followed': 'Noch kein Indikator wurde eingetragen.', 'paper.none.consultation': 'Die Konsultation hat noch nicht begonnen.', 'paper.none.log': 'Noch nichts wurde entschieden.',
  'paper.tableInAnnex': 'Die ersten {shown} von {all} Zeilen. Die ganze Tabelle steht im Anhang.',

  'paper.priorities': 'Gemeinsame Prioritäten', 'paper.priorities.caption': 'Gemeinsame Prioritäten: ihr Stand und was sie verbinden', 'paper.priorities.note': 'Codes der Wirtschaftszweige nach NACE Rev. 2.', 'paper.from': 'Gebildet aus: {list}.',
  'paper.column.code': 'Code', 'paper.column.name': 'Name', 'paper.column.country': 'Staat', 'paper.column.priority': 'Priorität', 'paper.column.state': 'Stand', 'paper.column.sectors': 'Wirtschaftszweige', 'paper.column.technologies': 'Technologien', 'paper.column.themes': 'Themen', 'paper.column.knowledge': 'Wissen', 'paper.column.regions': 'Erklärt von',
  'paper.column.action': 'Gemeinsame Maßnahme', 'paper.column.lead': 'Leitung', 'paper.column.partners': 'Partner', 'paper.column.time': 'Zeit', 'paper.column.means': 'Mittel', 'paper.column.status': 'Stufe',
  'paper.column.indicator': 'Indikator', 'paper.column.measure': 'Misst', 'paper.column.baseline': 'Ausgangswert', 'paper.column.target': 'Zielwert', 'paper.column.by': 'Bis', 'paper.column.last': 'Zuletzt gemessen', 'paper.column.change': 'Änderung',
  'paper.column.run': 'Analyse', 'paper.column.date': 'Datum', 'paper.column.value': 'Wert', 'paper.column.lower': 'Von', 'paper.column.upper': 'Bis', 'paper.column.what': 'Was', 'paper.column.organisation': 'Organisation', 'paper.column.role': 'Rolle', 'paper.column.need': 'Bedarf', 'paper.column.found': 'Bisher gefunden', 'paper.column.who': 'Wer', 'paper.column.step': 'Schritt', 'paper.column.decision': 'Entscheidung', 'paper.column.why': 'Warum', 'paper.column.decidedBy': 'Entschieden von', 'paper.column.decisions': 'Entscheidungen',

  'paper.objective': 'Ziel: {title}', 'paper.serves': 'Dient: {list}.', 'paper.actions': 'Gemeinsame Maßnahmen für „{title}“', 'paper.indicators': 'Indikatoren für „{title}“', 'paper.indicators.note': 'Die erste Messung ist der Ausgangswert. In Klammern: Unsicherheitsintervall.',
  'paper.measure.organisations': 'Organisationen', 'paper.measure.crossBorderLinks': 'Verbindungen über Grenzen', 'paper.measure.crossBorderShare': 'Anteil der Verbindungen über Grenzen', 'paper.measure.partnerCountries': 'Partnerländer', 'paper.measure.eiIndex': 'E-I-Index: Verbindungen über Grenzen gegen solche im Inland', 'paper.measure.clusters': 'vorhandene Cluster', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'Die Intervalle überlappen sich nicht: mehr als die Unsicherheit.', 'paper.change.unclear': 'Die Intervalle überlappen sich: Es kann Zufall sein.', 'paper.change.counted': 'Kein Intervall bekannt: eine Zählung dessen, was die Quellen verzeichnen.', 'paper.change.once': 'Einmal gemessen.', 'paper.change.never': 'Noch nicht gemessen.', 'paper.change.undefined': 'In einer der beiden Analysen ist das Maß nicht definiert.', 'paper.points': '{n} Prozentpunkte',
  'paper.from.date': 'ab {from}', 'paper.until.date': 'bis {until}',

  'paper.sme': 'Gemeinsame Strategien kleiner und mittlerer Unternehmen', 'paper.sme.lead': 'Unternehmen und Institute aus mindestens zwei Ländern mit einem gemeinsamen Bedarf.', 'paper.sme.need': 'Gemeinsamer Bedarf:', 'paper.sme.priority': 'Priorität: {title}.', 'paper.sme.status': 'Stufe: {status}.', 'paper.sme.members': 'Mitglieder von „{title}“ und ihre Rollen in der Wertschöpfungskette', 'paper.sme.missing': 'Fehlende Rollen in „{title}“', 'paper.sme.plan': 'Plan für „{title}“',
  'paper.sme.none': 'niemand', 'paper.sme.candidate': 'ein Kandidat', 'paper.sme.introduction': 'Vermittlung läuft', 'paper.sme.unnamed': 'Kandidaten werden nicht genannt: Sie haben dem nicht zugestimmt.', 'paper.sme.whole': 'Keine Rolle ist als fehlend genannt.',
  'paper.measurements': 'Alle Messungen der Indikatoren', 'paper.measurements.name': 'Messungen',

  'paper.method': 'Methode und Vorbehalte', 'paper.method.how': 'Alle Zahlen stammen aus einer gespeicherten Analyse. Gleiche Daten, Einstellungen und gleicher Startwert ergeben gleiche Zahlen. Texte, Zielwerte und Entscheidungen stammen von den Teilnehmenden.', 'paper.method.caption': 'Woraus die Zahlen berechnet wurden',
  'paper.method.run': 'Analyse', 'paper.method.finished': 'Berechnet am', 'paper.method.revision': 'Fassung der Daten', 'paper.method.input': 'Prüfsumme der Daten', 'paper.method.algorithm': 'Algorithmus', 'paper.method.seed': 'Startwert', 'paper.method.software': 'Software der Analyse', 'paper.method.workspace': 'Arbeitsbereich und Version', 'paper.method.sharedBy': 'Nötige Regionen für eine gemeinsame Menge', 'paper.method.groupMin': 'Nötige Antworten, bevor das Ergebnis einer Gruppe gezeigt wird',
  'paper.cautions': 'Vorbehalte',
  'paper.caution.recorded': 'Die Zahlen zeigen, was die am Ende genannten Quellen verzeichnen. Was anderswo getan wurde, zeigt sich nicht.', 'paper.caution.links': 'Eine Verbindung besagt, dass zwei Organisationen im selben Projekt oder Netzwerk waren. Sie sagt nicht, wer davon profitierte, und keine Zahl zeigt hier Ursache und Wirkung.', 'paper.caution.uncertain': 'Ein Wert mit Intervall ist in dessen Grenzen unsicher. Wo sich zwei Intervalle überlappen, kann der Unterschied Zufall sein.', 'paper.caution.few': 'In der Konsultation wird das Ergebnis einer Gruppe mit zu wenigen Antworten nicht gezeigt.', 'paper.caution.people': 'Personen werden nur mit Rolle und Region genannt.', 'paper.caution.words': 'Texte stehen in der Sprache, in der sie eingetragen wurden. Wo ein Feld oder Wirtschaftszweig in dieser Sprache keinen Namen hat, steht der englische.', 'paper.caution.review': 'Was zur erneuten Prüfung markiert ist, baut auf einem Schritt auf, der wieder geöffnet wurde.',
  'paper.annex': 'Anhang', 'paper.annex.lead': 'Tabellen, die für den Text zu lang sind, und das Verzeichnis der Entscheidungen.', 'paper.log': 'Verzeichnis der Entscheidungen', 'paper.synthetic': 'erfundene Daten', 'paper.licence': 'Lizenz: {licence}.', 'paper.boundaries': 'Codes der Regionen: Eurostat, NUTS.',

  'paper.summary.about': 'Worum es geht', 'paper.summary.text': 'Die Gruppe sucht Felder, in denen ihre Regionen zusammen stärker sind als allein. Sie geht fünf Schritte: Sie vergleicht, was die Regionen erklärt haben, prüft es an Daten, betrachtet Trends, fragt Wirtschaft, Wissenschaft, Verwaltung und Zivilgesellschaft und schätzt ein, was Zusammenarbeit über Grenzen bringen kann.',
  'paper.summary.stands': 'Wo die Gruppe steht', 'paper.summary.agreed': 'Was die Gruppe vereinbart hat', 'paper.summary.disagreed': 'Worüber sie nicht einig ist', 'paper.summary.plans': 'Was die Gruppe tun wird', 'paper.summary.plans.lead': 'Ziele und jeweils die ersten gemeinsamen Maßnahmen.', 'paper.summary.followed': 'Wie die Ergebnisse verfolgt werden', 'paper.summary.caution': 'Was zu beachten ist', 'paper.summary.action': '{action} (Leitung: {lead}; {status})'
} satisfies Record<string, Text>
