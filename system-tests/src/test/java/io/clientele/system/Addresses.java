package io.clientele.system;

import io.clientele.local.platform.Service;

/** Where a running platform answers, and with which secrets. */
interface Addresses {

  /** The base address of a service. */
  String url(Service service);

  /** The key that the default source posts with. */
  String writeKey();

  /** What the operator shows to keep sources and to look into the quarantine. */
  String operatorToken();
}
