package io.clientele.ingest.rates;

import io.clientele.ingest.clean.ExchangeRates;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the European Central Bank's XML, {@code eurofxref-daily.xml} and {@code
 * eurofxref-hist.xml}: in an envelope a Cube, in it a Cube for each day, in that one for each
 * currency. A file may have no document type, so that there is nothing to expand or to fetch.
 */
final class EcbXml {

  private static final String NAMESPACE = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";

  private final XMLStreamReader xml;
  private final ExchangeRates.Builder table = new ExchangeRates.Builder();
  private Quotation quotation;
  private int line = 1;
  private boolean empty = true;

  private EcbXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** The table that stands in these bytes. */
  static ExchangeRates read(InputStream bytes) throws FaultyRatesException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      EcbXml reading = new EcbXml(factory.createXMLStreamReader(bytes));
      return reading.table();
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw new FaultyRatesException(line, "the XML is not well-formed, or cut off");
    }
  }

  private ExchangeRates table() throws XMLStreamException, FaultyRatesException {
    while (xml.hasNext()) {
      int event = xml.next();
      line = event == XMLStreamConstants.END_DOCUMENT ? line : xml.getLocation().getLineNumber();
      if (event == XMLStreamConstants.DTD) {
        throw new FaultyRatesException(line, "a document type is not allowed");
      }
      if (event == XMLStreamConstants.START_ELEMENT && isCube()) {
        start();
      }
    }
    finishDay();
    if (empty) {
      throw new FaultyRatesException(line, "there is no day");
    }
    return table.build();
  }

  private void start() throws FaultyRatesException {
    String time = xml.getAttributeValue(null, "time");
    String currency = xml.getAttributeValue(null, "currency");
    String rate = xml.getAttributeValue(null, "rate");
    if (time != null) {
      finishDay();
      quotation = new Quotation(day(time), line);
    } else if (currency != null && rate != null && quotation != null) {
      quotation.add(currency, rate);
    } else if (currency != null || rate != null) {
      throw new FaultyRatesException(line, "a currency and its rate belong together, in a day");
    }
  }

  private void finishDay() throws FaultyRatesException {
    if (quotation != null) {
      quotation.addTo(table);
      quotation = null;
      empty = false;
    }
  }

  private LocalDate day(String time) throws FaultyRatesException {
    try {
      return LocalDate.parse(time);
    } catch (DateTimeParseException e) {
      throw new FaultyRatesException(line, "the day is not written as 2024-01-02");
    }
  }

  private boolean isCube() {
    return xml.getLocalName().equals("Cube") && NAMESPACE.equals(xml.getNamespaceURI());
  }
}
