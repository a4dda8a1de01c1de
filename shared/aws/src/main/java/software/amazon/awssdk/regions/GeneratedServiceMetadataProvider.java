package software.amazon.awssdk.regions;

/**
 * In place of the SDK's class of this name, which loads one class for each of AWS's four hundred
 * services when the first client is built: a sixth of a cold start. Those whose requests are not
 * signed for the region they go to are in such a class; none of ours is.
 */
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {

  /** Nothing: the SDK then takes what is usual. */
  @Override
  @SuppressWarnings("NullAway") // what the SDK expects of a service that has nothing of its own
  public ServiceMetadata serviceMetadata(String endpointPrefix) {
    return null;
  }
}
