/** Finnish: what exhibits and documents say. */
import type { Text } from './text.ts'

export const fi = {
  'cell.undefined': 'ei määritelty', 'cell.withheld': 'ei näytetä',

  'document.contents': 'Sisällys', 'document.rowsShown': '{shown} riviä {all} rivistä; muut ovat tämän asiakirjan JSON-tiedostossa.', 'document.table': 'Taulukko', 'document.figure': 'Kuva', 'document.page': 'Sivu', 'document.sources': 'Lähteet',
  'document.asTable': 'Näytä taulukkona', 'document.zoomIn': 'Lähennä', 'document.zoomOut': 'Loitonna', 'document.wholePicture': 'Koko kuva', 'document.listOfNodes': 'Mitä kuva näyttää', 'document.print': 'Tulosta',
  'document.skip': 'Siirry tekstiin', 'document.missingCharacters': '□ tarkoittaa merkkiä, joka puuttuu tämän tiedoston kirjasimista; se on HTML-tiedostossa.',

  'step.general': 'Yleinen osa', 'step.common-sets': 'Yhteisten joukkojen haku', 'step.profiling': 'Analyysi ja profiilit', 'step.trends': 'Markkina- ja teknologiatrendit', 'step.consultation': 'Kuuleminen ja yrittäjämäinen etsintä', 'step.internationalisation': 'Kansainvälistymispotentiaali', 'step.strategy': 'Yhteinen strategia',
  'step.general.purpose': 'Sopia, kuka johtaa ja kuka päättää, mitä ryhmä haluaa olla, mitä se tekee ja miten se seuraa tuloksia.',
  'step.common-sets.purpose': 'Löytää alueiden ilmoittamat painopisteet, jotka kuuluvat yhteen, ja muodostaa niistä yhteisiä painopisteitä.',
  'step.profiling.purpose': 'Verrata alueiden ilmoittamaa siihen, mitä niiden organisaatiot tekevät, ja nähdä, missä alue täydentää toista.',
  'step.trends.purpose': 'Nähdä, mitkä alat kasvavat, mitkä ovat uusia ja missä ne ovat arvoketjuissa, ja tarkentaa painopisteitä.',
  'step.consultation.purpose': 'Kuulla yrityksiä, tiedettä, hallintoa ja kansalaisyhteiskuntaa joka alueella ja päättää niiden kanssa, mitkä painopisteet ovat lopullisia.',
  'step.internationalisation.purpose': 'Arvioida, kuinka paljon kukin lopullinen painopiste voi kasvaa rajat ylittävän yhteistyön avulla.',
  'step.strategy.purpose': 'Muuttaa lopulliset painopisteet tavoitteiksi, yhteisiksi toimiksi ja indikaattoreiksi sekä pienten ja keskisuurten yritysten strategioiksi.',

  'state.open': 'avoin', 'state.in review': 'tarkasteltavana', 'state.closed': 'päätetty',
  'state.proposed': 'ehdotettu', 'state.initial': 'alustava', 'state.verified': 'tarkistettu', 'state.refined': 'tarkennettu', 'state.final': 'lopullinen', 'state.assessed': 'arvioitu', 'state.dropped': 'hylätty',
  'helix.industry': 'yritykset', 'helix.science': 'tiede', 'helix.administration': 'hallinto', 'helix.society': 'kansalaisyhteiskunta',
  'role.operator': 'palvelun ylläpitäjä', 'role.coordinator': 'koordinaattori', 'role.authority': 'alueviranomainen', 'role.stakeholder': 'sidosryhmä', 'role.reader': 'lukija',
  'ladder.learn': 'oppiminen', 'ladder.connect': 'verkottuminen', 'ladder.demonstrate': 'kokeilu', 'ladder.commercialise': 'kaupallistaminen', 'ladder.scale up': 'laajentaminen',

  'paper.subtitle': 'Trans-S3-linjausasiakirja. Ryhmä: {places}', 'paper.subtitleSummary': 'Trans-S3-linjausasiakirjan tiivistelmä. Ryhmä: {places}', 'paper.regions': { one: '{n} alue tai maa', other: '{n} aluetta ja maata' },
  'paper.label.period': 'Ajanjakso', 'paper.label.workspace': 'Työtila', 'paper.label.changed': 'Tilanne', 'paper.label.run': 'Analyysi', 'paper.label.software': 'Ohjelmisto', 'paper.label.language': 'Kieli', 'paper.language': 'suomi',
  'paper.period': '{from} – {to}', 'paper.version': '{id}, versio {version}',
  'paper.demonstration': 'Tämä työtila on tehty menetelmän esittelemiseksi todellisilla tiedoilla. Kukaan ei ole osallistunut siihen, eikä mikään siinä ilmaise mainittujen alueiden kantaa.',
  'paper.complements': 'Trans-S3 täydentää alueiden ja maiden älykkään erikoistumisen strategioita. Se ei korvaa niistä yhtäkään.',
  'paper.review': 'Tarkasteltava uudelleen', 'paper.stepState': 'Tila: {state}', 'paper.checks': 'Tarkistuslistan tehdyt kohdat: {done} / {all}.',
  'paper.reopened': 'Tarkasteltava uudelleen, koska vaihe ”{step}” avattiin uudelleen. Syy: {reason}',
  'paper.decisionReview': 'Tarkasteltava uudelleen: päätös on tehty ennen kuin aiempi vaihe avattiin uudelleen.',

  'paper.overview': 'Lyhyesti',
  'paper.fact.regions': { one: 'alue tai maa ryhmässä', other: 'aluetta tai maata ryhmässä' }, 'paper.fact.final': { one: 'lopullinen yhteinen painopiste', other: 'lopullista yhteistä painopistettä' }, 'paper.fact.closed': { one: 'päätetty vaihe', other: 'päätettyä vaihetta' }, 'paper.fact.decisions': { one: 'kirjattu päätös', other: 'kirjattua päätöstä' }, 'paper.fact.actions': { one: 'yhteinen toimi', other: 'yhteistä toimea' }, 'paper.fact.indicators': { one: 'seurattava indikaattori', other: 'seurattavaa indikaattoria' },
  'paper.finalAre': 'Lopulliset yhteiset painopisteet:', 'paper.further': 'Muut linjausasiakirjassa: {n}.',

  'paper.how': 'Ensimmäinen osa: miten se tehdään', 'paper.what': 'Mikä Trans-S3 on',
  'paper.what.group': 'Trans-S3 on menetelmä, jolla alueiden ryhmä löytää yhteisiä erikoistumisia, sopii niistä ja seuraa niitä. Se katsoo yhden alueen vahvuuden yli ryhmän vahvuuteen: mitä yhteistä ryhmän alueilla on, missä alue täydentää toista ja mitkä yhteydet niiden väliltä puuttuvat.',
  'paper.what.priority': 'Yhteinen painopiste on toimialan, teknologian, teeman ja tiedon yhdistelmä; yhden luokituksen koodi ei riitä. Sen tilan antavat ryhmän päätökset.',
  'paper.what.origin': 'Menetelmä on peräisin GoSmart BSR -hankkeesta (Interreg Itämeren alue, 2017–2021). Tässä asiakirjassa on kaksi osaa kuten hankkeen linjausasiakirjassa: miten se tehdään ja miten ryhmä sen teki.',
  'paper.steps': 'Viisi vaihetta palautekytkennöin', 'paper.gives': 'Tila, jonka painopiste saa tässä: {state}.',
  'paper.steps.general': 'Vaiheiden rinnalla on yleinen osa: hallinta, yhteinen visio, toimintasuunnitelma ja seuranta. Vaiheiden jälkeen tulee yhteinen strategia.',
  'paper.steps.feedback': 'Myöhemmin opittu voi avata aiemman vaiheen uudelleen. Ryhmä kertoo silloin syyn, ja kaikki vaiheeseen perustuva merkitään uudelleen tarkasteltavaksi. Mitään ei kirjoiteta yli: jokaisen version voi lukea ja sitä voi verrata.',
  'paper.data': 'Tietolähteiden lajit',
  'paper.data.declared': 'Ilmoitetut painopisteet', 'paper.data.declaredIs': 'Alueiden älykkään erikoistumisen strategiat ja muut asiakirjat sekä niissä mainitut toimialat, teemat ja tiedon alat.',
  'paper.data.organisations': 'Organisaatiot ja verkostot', 'paper.data.organisationsIs': 'Alueiden organisaatiot, niiden laji, paikka ja alat sekä hankkeet ja verkostot, jotka yhdistävät niitä.',
  'paper.data.tables': 'Panos-tuotostaulukot', 'paper.data.tablesIs': 'Minkä maan mikä toimiala toimittaa millekin: loppukysyntä ja arvonlisä arvoketjuissa.',
  'paper.data.trends': 'Trendiraportit ja tilastot', 'paper.data.trendsIs': 'Markkina- ja teknologiaraportit ja alueelliset tilastot, jotka osallistujat ovat kirjanneet lähteineen.',
  'paper.data.people': 'Osallistujat', 'paper.data.peopleIs': 'Yritysten, tieteen, hallinnon ja kansalaisyhteiskunnan arviot, huomautukset ja päätökset kullakin alueella.',
  'paper.problems': 'Suosituksia tyypillisiin ongelmiin',
  'paper.problem.words': 'Alueet käyttävät eri sanoja', 'paper.problem.wordsDo': 'Liittäkää jokainen painopiste koodeihin, jotka ovat kaikille yhteisiä. Pyytäkää jotakuta alueelta vahvistamaan jokainen ehdotus. Se, mikä ei sovi mihinkään, jää luetteloon tekstinä.',
  'paper.problem.shared': 'Melkein kaikki on yhteistä', 'paper.problem.sharedDo': 'Vaatikaa useampia alueita yhteisen joukon taakse. Yhdistäkää toimiala, teknologia, teema ja tieto, kunnes painopiste kertoo myös, mitä siihen ei kuulu.',
  'paper.problem.revealed': 'Ilmoitettu painopiste ei näy tiedoissa', 'paper.problem.revealedDo': 'Pitäkää sitä kysymyksenä, ei virheenä: tiedot näyttävät vain sen, minkä niiden lähteet kirjaavat. Kysykää alueelta ennen kuin painopiste säilytetään tai hylätään.',
  'paper.problem.small': 'Luvut ovat pieniä', 'paper.problem.smallDo': 'Lukekaa väli, ei pelkkää arvoa. Älkää asettako järjestykseen sitä, mitä ei voi erottaa.',
  'paper.problem.missing': 'Jokin nelikierteen ryhmä puuttuu', 'paper.problem.missingDo': 'Kutsukaa se uudelleen ja kirjatkaa, ketä ei kuultu. Yhden ryhmän yksimielisyys ei ole alueen yksimielisyyttä.',
  'paper.problem.disagree': 'Ryhmät ovat eri mieltä', 'paper.problem.disagreeDo': 'Nimetkää erimielisyys ja kertokaa, kenellä on mikäkin näkemys. Keskiarvo kätkee sen.',
  'paper.problem.weights': 'Järjestys riippuu painoista', 'paper.problem.weightsDo': 'Näyttäkää, kuinka paljon se muuttuu painojen muuttuessa. Jos se muuttuu paljon, päättäkää yksittäisten mittojen perusteella.',
  'paper.problem.again': 'Aiempi vaihe on avattava uudelleen', 'paper.problem.againDo': 'Kertokaa syy. Vahvistakaa tai muuttakaa kaikki uudelleen tarkasteltavaksi merkitty ennen kuin vaihe taas päätetään.',

  'paper.done': 'Toinen osa: miten tämä ryhmä sen teki', 'paper.group': 'Ryhmä ja ajanjakso', 'paper.group.period': 'Työn ajanjakso: {from} – {to}.', 'paper.group.caption': 'Ryhmän alueet ja maat, NUTS {vintage} -koodit',
  'paper.participants': 'Osallistujat, joilla on voimassa oleva kutsu, rooleittain:', 'paper.participants.none': 'Ketään ei ole vielä kutsuttu.',
  'paper.governance': 'Hallinta', 'paper.vision': 'Yhteinen visio', 'paper.actionPlan': 'Toimintasuunnitelma', 'paper.monitoring': 'Seuranta',
  'paper.notes': 'Muistiinpanot', 'paper.decisions': 'Päätökset', 'paper.disagreements': 'Erimielisyydet', 'paper.disagreements.lead': 'Mistä joku oli eri mieltä, kun päätös tehtiin. Se nimetään tässä eikä häviä keskiarvoon.',
  'paper.source': 'Lähde: {source}', 'paper.why': 'Miksi:', 'paper.evidence': 'Näyttö: {list}.', 'paper.run': 'Analyysi: {run}.', 'paper.by': 'Päättäjä: {who}, {date}.', 'paper.kept': 'Säilytetty: {list}.', 'paper.dropped': 'Hylätty: {list}.', 'paper.removedItem': 'poistettu painopiste', 'paper.dissentSee': 'Joku oli eri mieltä: ks. ”Erimielisyydet”.',
  'paper.none.text': 'Ei vielä kirjoitettu.', 'paper.none.evidence': 'Tälle vaiheelle ei ole laskettu näyttöä.', 'paper.none.notes': 'Muistiinpanoja ei ole kirjoitettu.', 'paper.none.decisions': 'Tässä vaiheessa ei ole vielä päätetty mitään.', 'paper.none.disagreements': 'Minkään päätöksen yhteyteen ei ole kirjattu erimielisyyttä.',
  'paper.none.priorities': 'Yhteisiä painopisteitä ei ole vielä ehdotettu.', 'paper.none.final': 'Yksikään yhteinen painopiste ei ole vielä lopullinen.', 'paper.none.objectives': 'Yhteisellä strategialla ei ole vielä tavoitteita.', 'paper.none.actions': 'Tälle tavoitteelle ei ole vielä kirjattu toimia.', 'paper.none.indicators': 'Tälle tavoitteelle ei ole vielä kirjattu indikaattoreita.', 'paper.none.sme': 'Pienten ja keskisuurten yritysten yhteisiä strategioita ei ole vielä kirjattu.', 'paper.none.followed': 'Indikaattoreita ei ole vielä kirjattu.', 'paper.none.consultation': 'Kuuleminen ei ole vielä alkanut.', 'paper.none.log': 'Mitään ei ole vielä päätetty.',
  'paper.tableInAnnex': 'Ensimmäiset rivit: {shown} / {all}. Koko taulukko on liitteessä.',

  'paper.priorities': 'Yhteiset painopisteet', 'paper.priorities.caption': 'Yhteiset painopisteet: niiden tila ja mitä ne yhdistävät', 'paper.priorities.note': 'Toimialojen koodit NACE Rev. 2 -luokituksen mukaan.', 'paper.from': 'Muodostettu näistä: {list}.',
  'paper.column.code': 'Koodi', 'paper.column.name': 'Nimi', 'paper.column.country': 'Maa', 'paper.column.priority': 'Painopiste', 'paper.column.state': 'Tila', 'paper.column.sectors': 'Toimialat', 'paper.column.technologies': 'Teknologiat', 'paper.column.themes': 'Teemat', 'paper.column.knowledge': 'Tieto', 'paper.column.regions': 'Ilmoittaja',
  'paper.column.action': 'Yhteinen toimi', 'paper.column.lead': 'Vetäjä', 'paper.column.partners': 'Kumppanit', 'paper.column.time': 'Aika', 'paper.column.means': 'Keinot', 'paper.column.status': 'Aste',
  'paper.column.indicator': 'Indikaattori', 'paper.column.measure': 'Mitä mittaa', 'paper.column.baseline': 'Lähtöarvo', 'paper.column.target': 'Tavoitearvo', 'paper.column.by': 'Määräaika', 'paper.column.last': 'Viimeksi mitattu', 'paper.column.change': 'Muutos',
  'paper.column.run': 'Analyysi', 'paper.column.date': 'Päivä', 'paper.column.value': 'Arvo', 'paper.column.lower': 'Alaraja', 'paper.column.upper': 'Yläraja', 'paper.column.what': 'Mitä', 'paper.column.organisation': 'Organisaatio', 'paper.column.role': 'Rooli', 'paper.column.need': 'Tarve', 'paper.column.found': 'Löydetty tähän mennessä', 'paper.column.who': 'Kuka', 'paper.column.step': 'Vaihe', 'paper.column.decision': 'Päätös', 'paper.column.why': 'Miksi', 'paper.column.decidedBy': 'Päättäjä', 'paper.column.decisions': 'Päätöksiä',

  'paper.objective': 'Tavoite: {title}', 'paper.serves': 'Palvelee painopisteitä: {list}.', 'paper.actions': 'Tavoitteen ”{title}” yhteiset toimet', 'paper.indicators': 'Tavoitteen ”{title}” indikaattorit', 'paper.indicators.note': 'Ensimmäinen mittaus on lähtöarvo. Suluissa epävarmuusväli.',
  'paper.measure.organisations': 'organisaatiot', 'paper.measure.crossBorderLinks': 'rajat ylittävät yhteydet', 'paper.measure.crossBorderShare': 'rajat ylittävien yhteyksien osuus', 'paper.measure.partnerCountries': 'kumppanimaat', 'paper.measure.eiIndex': 'E-I-indeksi: rajat ylittävät yhteydet verrattuna maan sisäisiin', 'paper.measure.clusters': 'läsnä olevat klusterit', 'paper.measure.in': '{measure} ({field})',
  'paper.change.clear': 'Välit eivät ole päällekkäin: enemmän kuin epävarmuus.', 'paper.change.unclear': 'Välit ovat osin päällekkäin: se voi olla sattumaa.', 'paper.change.counted': 'Väliä ei tunneta: laskettu siitä, minkä lähteet kirjaavat.', 'paper.change.once': 'Mitattu kerran.', 'paper.change.never': 'Ei vielä mitattu.', 'paper.change.undefined': 'Toisessa analyysissa mittaa ei ole määritelty.', 'paper.points': '{n} prosenttiyksikköä',
  'paper.from.date': 'alkaa {from}', 'paper.until.date': 'päättyy {until}',

  'paper.sme': 'Pienten ja keskisuurten yritysten yhteiset strategiat', 'paper.sme.lead': 'Yrityksiä ja laitoksia vähintään kahdesta maasta yhteisen tarpeen ympärillä.', 'paper.sme.need': 'Yhteinen tarve:', 'paper.sme.priority': 'Painopiste: {title}.', 'paper.sme.status': 'Aste: {status}.', 'paper.sme.members': '”{title}”: jäsenet ja niiden roolit arvoketjussa', 'paper.sme.missing': '”{title}”: puuttuvat roolit', 'paper.sme.plan': '”{title}”: suunnitelma',
  'paper.sme.none': 'ei ketään', 'paper.sme.candidate': 'ehdokas', 'paper.sme.introduction': 'esittely on käynnissä', 'paper.sme.unnamed': 'Ehdokkaita ei nimetä: he eivät ole suostuneet siihen.', 'paper.sme.whole': 'Mitään roolia ei ole nimetty puuttuvaksi.',
  'paper.measurements': 'Indikaattorien kaikki mittaukset', 'paper.measurements.name': 'Mittaukset',

  'paper.method': 'Menetelmä ja varaukset', 'paper.method.how': 'Kaikki luvut ovat yhdestä tallennetusta analyysista. Samat tiedot, asetukset ja siemenluku antavat samat luvut. Tekstit, tavoitearvot ja päätökset ovat osallistujilta.', 'paper.method.caption': 'Mistä luvut on laskettu',
  'paper.method.run': 'Analyysi', 'paper.method.finished': 'Laskettu', 'paper.method.revision': 'Tietojen versio', 'paper.method.input': 'Tietojen tarkistussumma', 'paper.method.algorithm': 'Algoritmi', 'paper.method.seed': 'Siemenluku', 'paper.method.software': 'Analyysin ohjelmisto', 'paper.method.workspace': 'Työtila ja versio', 'paper.method.sharedBy': 'Yhteiseen joukkoon tarvittavat alueet', 'paper.method.groupMin': 'Vastaukset, jotka tarvitaan ennen ryhmän tuloksen näyttämistä',
  'paper.cautions': 'Varaukset',
  'paper.caution.recorded': 'Luvut näyttävät sen, minkä lopussa mainitut lähteet kirjaavat. Muualla tehty ei näy.', 'paper.caution.links': 'Yhteys kertoo, että kaksi organisaatiota oli samassa hankkeessa tai verkostossa. Se ei kerro, kuka siitä hyötyi, eikä mikään luku tässä näytä syytä ja seurausta.', 'paper.caution.uncertain': 'Arvo, jolla on väli, on sen rajoissa epävarma. Kun kaksi väliä on osin päällekkäin, ero voi olla sattumaa.', 'paper.caution.few': 'Kuulemisessa ei näytetä sellaisen ryhmän tulosta, josta on liian vähän vastauksia.', 'paper.caution.people': 'Henkilöt mainitaan vain roolin ja alueen mukaan.', 'paper.caution.words': 'Tekstit ovat kielellä, jolla ne on kirjattu. Jos alalla tai toimialalla ei ole nimeä tällä kielellä, käytetään englanninkielistä.', 'paper.caution.review': 'Uudelleen tarkasteltavaksi merkitty perustuu vaiheeseen, joka avattiin uudelleen.',
  'paper.annex': 'Liite', 'paper.annex.lead': 'Tekstiin liian pitkät taulukot ja päätösluettelo.', 'paper.log': 'Päätösluettelo', 'paper.synthetic': 'keksittyä tietoa', 'paper.licence': 'Lisenssi: {licence}.', 'paper.boundaries': 'Alueiden koodit: Eurostat, NUTS.',

  'paper.summary.about': 'Mistä on kyse', 'paper.summary.text': 'Ryhmä etsii aloja, joilla sen alueet ovat yhdessä vahvempia kuin erikseen. Se kulkee viisi vaihetta: vertaa, mitä alueet ovat ilmoittaneet, tarkistaa sen tiedoista, katsoo trendejä, kysyy yrityksiltä, tieteeltä, hallinnolta ja kansalaisyhteiskunnalta ja arvioi, mitä rajat ylittävä yhteistyö voi tuoda.',
  'paper.summary.stands': 'Missä ryhmä on nyt', 'paper.summary.agreed': 'Mistä ryhmä on sopinut', 'paper.summary.disagreed': 'Mistä se ei ole yksimielinen', 'paper.summary.plans': 'Mitä ryhmä tekee', 'paper.summary.plans.lead': 'Tavoitteet ja kunkin ensimmäiset yhteiset toimet.', 'paper.summary.followed': 'Miten tuloksia seurataan', 'paper.summary.caution': 'Mitä on hyvä muistaa', 'paper.summary.action': '{action} (vetäjä: {lead}; {status})'
} satisfies Record<string, Text>
