using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ProtocolAdvisor.Web.Storage.PostgreSql;

/// <summary>Where the framework keeps its keys: every node opens what another one has sealed. It asks once a day, and keeps them in memory.</summary>
internal sealed class SealingKeys(Func<PostgreSqlAdvisorDb> open) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var database = open();
        return [.. database.SealingKeys.Select(x => x.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var database = open();
        database.SealingKeys.Add(new SealingKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        database.SaveChanges();
    }
}
