namespace ProtocolAdvisor.Mail;

/// <summary>Stays with the run: the member is stored and read again, and no report sends it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotSentAttribute : Attribute;

/// <summary>The member is stored as it was measured and sent with so many digits behind the point; finer ones are noise.</summary>
/// <param name="digits">How many, from 0.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SentRoundedAttribute(int digits) : Attribute
{
    /// <summary>How many.</summary>
    public int Digits => digits;
}

/// <summary>The member's own members are sent, and told, as if they were those of the record that holds it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SentFlatAttribute : Attribute;
